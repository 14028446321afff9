extension OffsetRules {
    /// The zones of France, by their name in the tz database.
    public static let names: [String] = zones.map(\.name)

    /// Nil for a zone that is not of France, nor UTC.
    public init?(named name: String) {
        guard let zone = Self.zones.first(where: { $0.name == name }) else { return nil }
        self = zone.rules
    }

    private static let zones: [(name: String, rules: OffsetRules)] = [
        ("Europe/Paris", .centralEuropean),
        ("America/Guadeloupe", .fixed(seconds: -4 * 3600)),
        ("America/Martinique", .fixed(seconds: -4 * 3600)),
        ("America/St_Barthelemy", .fixed(seconds: -4 * 3600)),
        ("America/Marigot", .fixed(seconds: -4 * 3600)),
        ("America/Cayenne", .fixed(seconds: -3 * 3600)),
        ("America/Miquelon", .northAmerican(standardSeconds: -3 * 3600)),
        ("Indian/Reunion", .fixed(seconds: 4 * 3600)),
        ("Indian/Mayotte", .fixed(seconds: 3 * 3600)),
        ("Indian/Kerguelen", .fixed(seconds: 5 * 3600)),
        ("Pacific/Noumea", .fixed(seconds: 11 * 3600)),
        ("Pacific/Wallis", .fixed(seconds: 12 * 3600)),
        ("Pacific/Tahiti", .fixed(seconds: -10 * 3600)),
        ("Pacific/Marquesas", .fixed(seconds: -9 * 3600 - 1800)),
        ("Pacific/Gambier", .fixed(seconds: -9 * 3600)),
        ("UTC", .fixed(seconds: 0)),
    ]
}
