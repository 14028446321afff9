import EssaimDomain

/// Time zones by the names that calendars give them. Their rules are known by name: what a file says of them (VTIMEZONE) is not
/// read.
enum CalendarZone {
    /// Nil for a zone that is not known. A name may stand behind a path, as in `/mozilla.org/20050126_1/Europe/Paris` (RFC 5545
    /// §3.2.19).
    static func rules(named name: String) -> OffsetRules? {
        if let rules = known(name) { return rules }
        guard name.hasPrefix("/"), name.utf8.count <= 200 else { return nil }
        let parts = name.split(separator: "/")
        return known(parts.suffix(2).joined(separator: "/")) ?? parts.last.flatMap { known(String($0)) }
    }

    static func looksLikeName(_ name: String) -> Bool {
        let areas = [
            "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Etc", "Europe", "Indian",
            "Pacific",
        ]
        let isPlain = name.utf8.count <= 40 && name.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 }
        return isPlain && (areas.contains { name.hasPrefix($0 + "/") } || name.hasSuffix(" Standard Time"))
    }

    private static func known(_ name: String) -> OffsetRules? {
        OffsetRules(named: name) ?? others[name]
    }

    private static let others: [String: OffsetRules] = {
        let universal = ["Etc/UTC", "Etc/GMT", "GMT", "Z", "Etc/Universal", "Zulu"]
        // Zones that keep the rules of Paris (directive 2000/84/CE), by their IANA names.
        let central = [
            "CET", "MET", "Europe/Amsterdam", "Europe/Andorra", "Europe/Belgrade", "Europe/Berlin", "Europe/Bratislava",
            "Europe/Brussels", "Europe/Budapest", "Europe/Busingen", "Europe/Copenhagen", "Europe/Gibraltar",
            "Europe/Ljubljana", "Europe/Luxembourg", "Europe/Madrid", "Europe/Malta", "Europe/Monaco", "Europe/Oslo",
            "Europe/Podgorica", "Europe/Prague", "Europe/Rome", "Europe/San_Marino", "Europe/Sarajevo", "Europe/Skopje",
            "Europe/Stockholm", "Europe/Tirane", "Europe/Vaduz", "Europe/Vatican", "Europe/Vienna", "Europe/Warsaw",
            "Europe/Zagreb", "Europe/Zurich",
        ]
        // As Outlook writes them: names of Windows, by the table windowsZones of Unicode CLDR.
        let windows: [(String, OffsetRules)] = [
            ("Romance Standard Time", .centralEuropean), ("W. Europe Standard Time", .centralEuropean),
            ("Central Europe Standard Time", .centralEuropean), ("Central European Standard Time", .centralEuropean),
            ("SA Western Standard Time", .fixed(seconds: -4 * 3600)),
            ("SA Eastern Standard Time", .fixed(seconds: -3 * 3600)),
            ("Saint Pierre Standard Time", .northAmerican(standardSeconds: -3 * 3600)),
            ("E. Africa Standard Time", .fixed(seconds: 3 * 3600)),
            ("Mauritius Standard Time", .fixed(seconds: 4 * 3600)),
            ("Central Pacific Standard Time", .fixed(seconds: 11 * 3600)),
            ("UTC+12", .fixed(seconds: 12 * 3600)), ("Hawaiian Standard Time", .fixed(seconds: -10 * 3600)),
            ("Marquesas Standard Time", .fixed(seconds: -9 * 3600 - 1800)), ("UTC-09", .fixed(seconds: -9 * 3600)),
        ]
        var zones: [String: OffsetRules] = [:]
        for name in universal { zones[name] = .fixed(seconds: 0) }
        for name in central { zones[name] = .centralEuropean }
        for (name, rules) in windows { zones[name] = rules }
        return zones
    }()
}
