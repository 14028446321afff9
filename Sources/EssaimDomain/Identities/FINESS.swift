/// *Fichier national des établissements sanitaires et sociaux*: the number of an establishment (or of its legal
/// entity), 9 characters of which the last is a key of Luhn. Corsica's begin with `2A` or `2B`; in the key the letter
/// counts as its rank (A 1, B 2).
///
/// A value of this type has the form of a FINESS. Its key was checked if it came through `parse`; test cards bear
/// numbers without a right key, hence `strict`.
public struct FINESS: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: String

    /// Nine characters, digits save a second one that may be `A` or `B`; the key is not looked at (`hasKey`).
    public init?(rawValue text: String) {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count == 9, scalars.enumerated().allSatisfy(Self.mayHold) else { return nil }
        rawValue = text
    }

    /// The last digit is the key of the eight others.
    public var hasKey: Bool {
        Luhn.holds(rawValue.utf8.map { $0 >= 0x41 ? Int($0) - 0x40 : Int($0) - 0x30 })
    }

    /// Reads what someone typed: spaces, dots, dashes and case do not matter.
    /// - Parameter strict: refuse a wrong key; false where test cards are admitted.
    public static func parse(_ typed: String, strict: Bool = true) -> Result<Self, IdentityFault> {
        let number = TypedNumber(typed)
        if let fault = number.fault(of: .finess, where: mayHold) { return .failure(fault) }
        guard let finess = Self(rawValue: number.text) else { return .failure(.empty(.finess)) }
        return finess.hasKey || !strict ? .success(finess) : .failure(.wrongKey(.finess))
    }

    private static func mayHold(place: Int, scalar: Unicode.Scalar) -> Bool {
        scalar.isASCIIDigit || (place == 1 && scalar.isCorsicaLetter)
    }
}
