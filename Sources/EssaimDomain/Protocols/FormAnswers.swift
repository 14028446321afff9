/// What was answered to a form, as typed: values by question id. Several values only where several may be chosen.
public struct FormAnswers: Sendable, Hashable {
    /// Never an empty list, nor an empty value.
    public private(set) var values: [String: [String]]

    public init(_ values: [String: [String]] = [:]) {
        self.values = values.compactMapValues(Self.said)
    }

    /// The values of one question; empty when it was not answered.
    public subscript(id: String) -> [String] {
        get { values[id] ?? [] }
        set { values[id] = Self.said(newValue) }
    }

    public var isEmpty: Bool { values.isEmpty }

    private static func said(_ typed: [String]) -> [String]? {
        let said = typed.map(\.withoutBlanksAround).filter { !$0.isEmpty }
        return said.isEmpty ? nil : said
    }
}

extension FormAnswers: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, [String])...) {
        self.init(Dictionary(elements, uniquingKeysWith: +))
    }
}

extension FormAnswers: Codable {
    /// A plain object, `{"site": ["dos"]}`.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode([String: [String]].self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(values)
    }
}

/// Reads the text of answers, by kind.
enum FormValue {
    /// Up to nine digits, with a sign or not.
    static func integer(_ text: String) -> Int? {
        let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
        guard (1...9).contains(digits.utf8.count), digits.unicodeScalars.allSatisfy(\.isASCIIDigit) else { return nil }
        return Int(text)
    }

    /// Digits, with a sign or not, and a comma or a point among them or not: `12`, `0,5`, `-3.25`.
    static func decimal(_ text: String) -> Double? {
        guard text.utf8.count <= 16 else { return nil }
        let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
        let parts = digits.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == "." })
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.unicodeScalars.allSatisfy(\.isASCIIDigit) })
        else { return nil }
        return Double((text.hasPrefix("-") ? "-" : "") + parts.joined(separator: "."))
    }
}

extension String {
    fileprivate var withoutBlanksAround: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
