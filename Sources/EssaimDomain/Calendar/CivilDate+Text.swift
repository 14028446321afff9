extension CivilDate: CustomStringConvertible, LosslessStringConvertible {
    /// `1958-08-12` (ISO 8601, and FHIR `date`).
    public var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

    /// As it is written in France: `12/08/1958`.
    public var french: String { "\(padded(day, 2))/\(padded(month, 2))/\(padded(year, 4))" }

    /// Exactly `yyyy-mm-dd`, as storage and FHIR write it. What people type goes through `parse`.
    public init?(_ text: String) {
        guard let date = Self.parse(text), date.description == text else { return nil }
        self = date
    }

    /// Reads what someone typed: `12/08/1958`, `12.08.1958`, `12 8 1958`, `12081958` or `1958-08-12`.
    /// The year has four digits: two would have to be guessed. Nil when it is not a day that exists.
    public static func parse(_ typed: String) -> Self? {
        guard typed.utf8.count <= 40 else { return nil }
        let separators = " \u{A0}\u{202F}\t/.-"
        let parts = typed.split(whereSeparator: { separators.contains($0) }).map(String.init)
        let numbers = parts.compactMap(plainNumber)
        guard numbers.count == parts.count else { return nil }
        switch parts.map(\.utf8.count) {
        case let widths where widths.count == 3 && widths[0] == 4 && widths[1] <= 2 && widths[2] <= 2:
            return Self(year: numbers[0], month: numbers[1], day: numbers[2])
        case let widths where widths.count == 3 && widths[0] <= 2 && widths[1] <= 2 && widths[2] == 4:
            return Self(year: numbers[2], month: numbers[1], day: numbers[0])
        case [8]:
            return Self(year: numbers[0] % 10_000, month: numbers[0] / 10_000 % 100, day: numbers[0] / 1_000_000)
        default: return nil
        }
    }
}

extension CivilDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a date is written yyyy-mm-dd")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A number in decimal with zeros before it.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// One to eight ASCII digits and nothing else: `Int(_:)` alone would take a sign.
func plainNumber(_ text: String) -> Int? {
    guard (1...8).contains(text.utf8.count), text.unicodeScalars.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int(text)
}
