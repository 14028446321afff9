/// *Numéro d'inscription au répertoire*, the social security number: 13 characters and a key of 2 digits,
/// 97 − (number mod 97). In Corsica `2A` counts as 19 and `2B` as 18 before the modulo. Also the form of a NIA.
///
/// sex 1 · year 2 · month 2 · département and commune, or 99 and country, 5 · rank 3 · key 2.
public struct NIR: RawRepresentable, Hashable, Sendable, Codable {
    /// Fifteen characters, key included, without spaces: `279035121518989`.
    public let rawValue: String

    /// Nil unless the form, the first digit, the month and the key are right.
    public init?(rawValue text: String) {
        guard text.unicodeScalars.count == 15, Self.fault(in: Array(text.unicodeScalars)) == nil else { return nil }
        rawValue = text
    }

    /// The thirteen characters before the key.
    public var number: String { String(rawValue.prefix(13)) }

    /// The two digits of the key.
    public var key: String { String(rawValue.suffix(2)) }

    /// As it is printed on a card: `2 79 03 51 215 189 89`.
    public var spaced: String {
        var rest = Substring(rawValue)
        let groups = [1, 2, 2, 2, 3, 3, 2].map { width -> Substring in
            defer { rest = rest.dropFirst(width) }
            return rest.prefix(width)
        }
        return groups.joined(separator: " ")
    }

    /// Reads what someone typed: spaces, dots, dashes and case do not matter.
    public static func parse(_ typed: String) -> Result<Self, IdentityFault> {
        let number = TypedNumber(typed)
        if number.scalars.count == 13, number.scalars.enumerated().allSatisfy(mayHold) { return .failure(.missingKey) }
        if let fault = number.fault(of: .nir, where: mayHold) ?? fault(in: number.scalars) { return .failure(fault) }
        guard let nir = Self(rawValue: number.text) else { return .failure(.wrongKey(.nir)) }
        return .success(nir)
    }

    private static func mayHold(place: Int, scalar: Unicode.Scalar) -> Bool {
        scalar.isASCIIDigit || (place == 6 && scalar.isCorsicaLetter)
    }

    /// What is wrong in fifteen scalars, nil when nothing is.
    private static func fault(in scalars: [Unicode.Scalar]) -> IdentityFault? {
        for (place, scalar) in scalars.enumerated() where !mayHold(place: place, scalar: scalar) {
            return .unexpected(.nir, scalar)
        }
        // A letter stands only after the 2 of 2A and 2B.
        if scalars[6].isCorsicaLetter, scalars[5] != "2" { return .unexpected(.nir, scalars[6]) }
        if !"123478".unicodeScalars.contains(scalars[0]) { return .impossibleSex }
        // 20 to 42 and 50 to 99 stand for a month that the birth record does not give (INSEE).
        let month = value(of: scalars[3...4])
        if !(1...12).contains(month), !(20...42).contains(month), !(50...99).contains(month) { return .impossibleMonth }
        return value(of: scalars[13...14]) == 97 - value(of: scalars[..<13]) % 97 ? nil : .wrongKey(.nir)
    }

    private static func value(of scalars: ArraySlice<Unicode.Scalar>) -> Int {
        var value = 0
        for scalar in scalars {
            switch scalar {
            case "A": value = (value - 2) * 10 + 19  // The 2 just read belongs to 2A: 19 takes both places.
            case "B": value = (value - 2) * 10 + 18
            default: value = value * 10 + Int(scalar.value) - 0x30
            }
        }
        return value
    }
}
