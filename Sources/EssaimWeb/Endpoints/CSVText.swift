/// Rows that a French office's spreadsheet opens as they are: RFC 4180 quoting, `;` between cells, CRLF after each row,
/// UTF-8 with its mark. A cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP, « CSV
/// Injection »): what people typed is read, never run.
struct CSVText {
    private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    mutating func append(_ cells: [String]) {
        bytes.append(contentsOf: cells.map(Self.cell).joined(separator: ";").utf8)
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    static func cell(_ text: String) -> String {
        let safe = isFormula(text) ? "'" + text : text
        let scalars = safe.unicodeScalars
        if scalars.allSatisfy({ !"\";\r\n".unicodeScalars.contains($0) }) { return safe }
        let doubled = scalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
        return "\"" + String(String.UnicodeScalarView(doubled)) + "\""
    }

    /// A plain number is none, its sign included: `-1`, `23,00`. By scalars, as above: to Swift, a sign with an accent over it is another character; to a spreadsheet it is not. The
    /// wide forms count as their narrow ones in some.
    private static func isFormula(_ text: String) -> Bool {
        if isNumber(text) { return false }
        return text.unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
    }

    /// Digits, with a minus sign before and one comma within, and nothing else.
    private static func isNumber(_ text: String) -> Bool {
        let bytes = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        let parts = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        return (1...2).contains(parts.count)
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
    }
}
