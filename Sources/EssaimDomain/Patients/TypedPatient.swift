/// A patient's traits as they were typed, right or wrong: a draft never loses what was entered.
public struct TypedPatient: Sendable, Equatable, Codable {
    public var birthFamilyName: String
    public var usedFamilyName: String
    public var firstGivenName: String
    /// `12/08/1958` or `1958-08-12`.
    public var birthDate: String
    /// `female`, `male`, `unknown` or empty.
    public var sex: String
    /// *NIR de l’ouvrant droit*, with which a claim is made: the patient's, or a parent's. Never compulsory.
    public var claimNumber: String
    /// Rank at birth of twins and more, `1` to `9`; empty for a single birth or when not known.
    public var birthRank: String

    public init(
        birthFamilyName: String = "", usedFamilyName: String = "", firstGivenName: String = "", birthDate: String = "",
        sex: String = "", claimNumber: String = "", birthRank: String = ""
    ) {
        self.birthFamilyName = birthFamilyName
        self.usedFamilyName = usedFamilyName
        self.firstGivenName = firstGivenName
        self.birthDate = birthDate
        self.sex = sex
        self.claimNumber = claimNumber
        self.birthRank = birthRank
    }
}

extension TypedPatient {
    private enum CodingKeys: String, CodingKey {
        case birthFamilyName, usedFamilyName, firstGivenName, birthDate, sex, claimNumber, birthRank
    }

    public init(from decoder: any Decoder) throws {
        let kept = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            birthFamilyName: try kept.decode(String.self, forKey: .birthFamilyName),
            usedFamilyName: try kept.decode(String.self, forKey: .usedFamilyName),
            firstGivenName: try kept.decode(String.self, forKey: .firstGivenName),
            birthDate: try kept.decode(String.self, forKey: .birthDate),
            sex: try kept.decode(String.self, forKey: .sex),
            claimNumber: try kept.decodeIfPresent(String.self, forKey: .claimNumber) ?? "",
            birthRank: try kept.decodeIfPresent(String.self, forKey: .birthRank) ?? "")
    }

    /// Absent when nothing was typed: what was kept before it was asked reads and writes the same.
    public func encode(to encoder: any Encoder) throws {
        var kept = encoder.container(keyedBy: CodingKeys.self)
        try kept.encode(birthFamilyName, forKey: .birthFamilyName)
        try kept.encode(usedFamilyName, forKey: .usedFamilyName)
        try kept.encode(firstGivenName, forKey: .firstGivenName)
        try kept.encode(birthDate, forKey: .birthDate)
        try kept.encode(sex, forKey: .sex)
        if !claimNumber.isEmpty { try kept.encode(claimNumber, forKey: .claimNumber) }
        if !birthRank.isEmpty { try kept.encode(birthRank, forKey: .birthRank) }
    }

    /// The claim's NIR, or what is wrong with it; nil when nothing was typed. It informs and never blocks.
    public var claimNIR: Result<NIR, IdentityFault>? { claimNumber.isBlank ? nil : NIR.parse(claimNumber) }
}

extension String {
    fileprivate var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
