/// *Répertoire partagé des professionnels de santé*: the number of a professional, 11 digits of which the last is a
/// key of Luhn over the eleven (FHIR system `https://rpps.esante.gouv.fr`).
///
/// A value of this type has the form of an RPPS. Its key was checked if it came through `parse`; test cards
/// (*cartes de test* of the Agence du Numérique en Santé) bear numbers without a right key, hence `strict`.
public struct RPPS: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: String

    /// Exactly eleven ASCII digits; the key is not looked at (`hasKey`).
    public init?(rawValue text: String) {
        guard text.utf8.count == 11, text.unicodeScalars.allSatisfy(\.isASCIIDigit) else { return nil }
        rawValue = text
    }

    /// The last digit is the key of the ten others.
    public var hasKey: Bool { Luhn.holds(rawValue.utf8.map { Int($0) - 0x30 }) }

    /// The national id of a professional (IDNPS, OID 1.2.250.1.71.4.2.1): `8` then the RPPS.
    public var nationalId: String { "8" + rawValue }

    /// Reads what someone typed: spaces, dots and dashes do not matter, and a national id (`8` + RPPS) is understood.
    /// - Parameter strict: refuse a wrong key; false where test cards are admitted.
    public static func parse(_ typed: String, strict: Bool = true) -> Result<Self, IdentityFault> {
        let number = TypedNumber(typed)
        if number.scalars.count == 12, number.scalars.first == "8",
            let rpps = Self(rawValue: String(number.text.dropFirst())), rpps.hasKey || !strict
        {
            return .success(rpps)
        }
        if let fault = number.fault(of: .rpps) { return .failure(fault) }
        guard let rpps = Self(rawValue: number.text) else { return .failure(.empty(.rpps)) }
        return rpps.hasKey || !strict ? .success(rpps) : .failure(.wrongKey(.rpps))
    }
}
