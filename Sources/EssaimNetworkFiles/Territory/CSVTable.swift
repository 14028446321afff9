/// A table as CSV (RFC 4180), read row by row: a head that names the columns, in any order, others left aside; commas, or
/// semicolons as French spreadsheets write them; `"` around a field that needs it; lines that end in LF or CRLF; a mark of
/// byte order before it all. Empty lines are nothing.
struct CSVTable {
    /// A row cannot be split: it stops the reading, for where the next begins is not known.
    struct Fault: Error {
        let line: Int
        let message: String
    }

    /// The fields of a row, in the order in which the columns were asked for.
    struct Row {
        /// Where it begins, from 1.
        let line: Int
        let fields: [String]
    }

    private let bytes: [UInt8]
    private var offset = 0
    private var line = 1
    private var separator = UInt8(ascii: ",")
    /// Where in a row each column stands; nil for one that may be absent and is.
    private var places: [Int?] = []

    /// The most fields of a row and the longest field, in bytes.
    private static let mostFields = 64
    private static let longestField = 1000

    /// - Parameters:
    ///   - columns: all compulsory.
    ///   - others: may be absent, and are then empty; their fields follow those.
    init(_ bytes: [UInt8], columns: [String], others: [String] = []) throws(Fault) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
        let head = bytes[offset...].prefix { $0 != Self.lineFeed }
        if !head.contains(separator), head.contains(UInt8(ascii: ";")) { separator = UInt8(ascii: ";") }
        let names = (try split()?.fields ?? []).map(folded)
        for column in columns {
            guard let place = names.firstIndex(of: column) else {
                throw Fault(
                    line: 1,
                    message:
                        "la colonne «\u{A0}\(column)\u{A0}» manque\u{A0}; la première ligne nomme les colonnes\u{A0}: "
                        + "\(columns.joined(separator: ", ")).")
            }
            places.append(place)
        }
        places += others.map { names.firstIndex(of: $0) }
    }

    /// Nil at the end of the table.
    mutating func next() throws(Fault) -> Row? {
        guard let row = try split() else { return nil }
        if let missing = places.compactMap(\.self).first(where: { $0 >= row.fields.count }) {
            throw Fault(
                line: row.line, message: "\(row.fields.count)\u{A0}colonnes\u{A0}; il en faut au moins \(missing + 1).")
        }
        return Row(line: row.line, fields: places.map { $0.map { row.fields[$0] } ?? "" })
    }

    /// The next row that is not empty, all of it.
    private mutating func split() throws(Fault) -> Row? {
        while offset < bytes.count, bytes[offset] == Self.lineFeed || bytes[offset] == Self.carriageReturn {
            if bytes[offset] == Self.lineFeed { line += 1 }
            offset += 1
        }
        guard offset < bytes.count else { return nil }
        let start = line
        var fields: [String] = []
        while true {
            guard fields.count < Self.mostFields else {
                throw Fault(line: start, message: "plus de \(Self.mostFields)\u{A0}colonnes.")
            }
            let content = bytes[offset...].first == Self.quote ? try quoted(from: start) : plain()
            guard content.count <= Self.longestField else {
                throw Fault(line: start, message: "un champ de plus de \(Self.longestField)\u{A0}octets.")
            }
            guard let text = String(validating: content, as: UTF8.self) else {
                throw Fault(line: start, message: "le texte n’est pas en UTF-8.")
            }
            fields.append(text)
            guard offset < bytes.count, bytes[offset] == separator else { break }
            offset += 1
        }
        return Row(line: start, fields: fields)
    }

    /// Up to the separator or the end of the line, which stay.
    private mutating func plain() -> ArraySlice<UInt8> {
        let start = offset
        while offset < bytes.count, bytes[offset] != separator, bytes[offset] != Self.lineFeed { offset += 1 }
        let end = offset > start && bytes[offset - 1] == Self.carriageReturn ? offset - 1 : offset
        return bytes[start..<end]
    }

    /// Between quotes, `""` made one. What follows the closing quote is a separator or the end of the line.
    private mutating func quoted(from start: Int) throws(Fault) -> ArraySlice<UInt8> {
        var content: [UInt8] = []
        offset += 1
        while offset < bytes.count, content.count <= Self.longestField {
            let byte = bytes[offset]
            offset += 1
            if byte == Self.lineFeed { line += 1 }
            guard byte == Self.quote else {
                content.append(byte)
                continue
            }
            if offset < bytes.count, bytes[offset] == Self.quote {
                content.append(byte)
                offset += 1
                continue
            }
            guard plain().isEmpty else {
                throw Fault(line: start, message: "un guillemet fermé est suivi de texte.")
            }
            return content[...]
        }
        throw Fault(line: start, message: "un guillemet ouvert n’est pas fermé.")
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
}
