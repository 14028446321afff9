/// The two acts of a téléexpertise, by their code in the *nomenclature générale des actes professionnels* (NGAP).
public enum Act: String, Sendable, Codable, CaseIterable {
    /// Of the requis, who answers.
    case te2 = "TE2"
    /// Of the requérant, who asks.
    case rqd = "RQD"
}

/// An amount of money in euro cents.
public struct Amount: Hashable, Sendable, Comparable {
    public let cents: Int

    public init(cents: Int) { self.cents = cents }

    /// « 27,60 € ».
    public var french: String {
        let size = cents.magnitude
        return "\(cents < 0 ? "−" : "")\(size / 100),\(size % 100 < 10 ? "0" : "")\(size % 100)\u{A0}€"
    }

    public static func < (a: Self, b: Self) -> Bool { a.cents < b.cents }
}

extension Amount: Codable {
    public init(from decoder: any Decoder) throws { cents = try decoder.singleValueContainer().decode(Int.self) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(cents)
    }
}
