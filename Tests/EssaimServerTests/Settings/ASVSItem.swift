import Foundation
import Testing

/// An item of OWASP ASVS 5.0.0 as `docs/asvs.csv` answers it.
struct ASVSItem {
    /// Items of level 1, then of level 2, that the standard asks in each of its sections, copied from it by hand. Those of
    /// level 1 come first in a section, then those of level 2.
    static let sections: [(name: String, first: Int, second: Int)] = [
        ("1.1", 0, 2), ("1.2", 5, 4), ("1.3", 2, 9), ("1.4", 0, 3), ("1.5", 1, 1),
        ("2.1", 1, 2), ("2.2", 2, 1), ("2.3", 1, 3), ("2.4", 0, 1),
        ("3.2", 2, 0), ("3.3", 1, 3), ("3.4", 2, 4), ("3.5", 3, 2), ("3.7", 0, 2),
        ("4.1", 1, 2), ("4.2", 0, 1), ("4.3", 0, 2), ("4.4", 1, 3),
        ("5.1", 0, 1), ("5.2", 2, 1), ("5.3", 2, 0), ("5.4", 0, 3),
        ("6.1", 1, 2), ("6.2", 8, 4), ("6.3", 2, 2), ("6.4", 2, 2), ("6.5", 0, 5), ("6.6", 0, 3), ("6.8", 0, 4),
        ("7.1", 0, 3), ("7.2", 4, 0), ("7.3", 0, 2), ("7.4", 2, 3), ("7.5", 0, 2), ("7.6", 0, 2),
        ("8.1", 1, 1), ("8.2", 2, 1), ("8.3", 1, 0), ("8.4", 0, 1),
        ("9.1", 3, 0), ("9.2", 1, 3),
        ("10.1", 0, 2), ("10.2", 0, 2), ("10.3", 0, 4), ("10.4", 5, 6), ("10.5", 0, 5), ("10.6", 0, 2), ("10.7", 0, 3),
        ("11.1", 0, 2), ("11.2", 0, 3), ("11.3", 2, 1), ("11.4", 1, 3), ("11.5", 0, 1), ("11.6", 0, 1),
        ("12.1", 1, 2), ("12.2", 2, 0), ("12.3", 0, 4),
        ("13.1", 0, 1), ("13.2", 0, 5), ("13.3", 0, 2), ("13.4", 1, 4),
        ("14.1", 0, 2), ("14.2", 1, 3), ("14.3", 1, 2),
        ("15.1", 1, 2), ("15.2", 1, 2), ("15.3", 1, 6),
        ("16.1", 0, 1), ("16.2", 0, 5), ("16.3", 0, 4), ("16.4", 0, 3), ("16.5", 0, 3),
        ("17.1", 0, 1), ("17.2", 0, 4), ("17.3", 0, 2),
    ]

    /// `6.2.1 1` and so on: every number of the two levels with its level, in the standard's order.
    static let asked = sections.flatMap { section in
        (1...section.first + section.second).map { "\(section.name).\($0) \($0 <= section.first ? 1 : 2)" }
    }

    let number: String
    /// `1`, `2`, or `3*` for one of level 3 that matters here.
    let level: String
    let disposition: String
    let how: String
    let tests: [Witness]

    /// `SessionTests: each sign-in has a token of its own`, `test_files.py: test_…`, `docs/networks.md: Bounds`.
    struct Witness: CustomStringConvertible {
        let place: String
        let name: String
        var isDocument: Bool { place.hasSuffix(".md") }
        var description: String { "\(place): \(name)" }

        /// Names that `; ` parts. A test's own name may hold one too: what follows it names no place.
        static func all(in text: String) -> [Self] {
            var all: [Self] = []
            for piece in text.split(separator: "; ") {
                if let end = piece.firstRange(of: ": "), !piece[..<end.lowerBound].contains(" ") {
                    all.append(Self(place: String(piece[..<end.lowerBound]), name: String(piece[end.upperBound...])))
                } else if let last = all.popLast() {
                    all.append(Self(place: last.place, name: last.name + "; " + piece))
                } else {
                    all.append(Self(place: "", name: String(piece)))
                }
            }
            return all
        }
    }

    static func all(in text: String) throws -> [Self] {
        let rows = try #require(Self.rows(of: text))
        #expect(rows.first == ["number", "level", "disposition", "how", "test"])
        return try rows.dropFirst().map { row in
            try #require(row.count == 5, "\(row)")
            return Self(
                number: row[0], level: row[1], disposition: row[2], how: row[3], tests: Witness.all(in: row[4]))
        }
    }

    /// The rows of a text with commas (RFC 4180); nil when a quote stands where none may.
    static func rows(of text: String) -> [[String]]? {
        enum Place { case bare, quoted, closed }
        var (rows, row, cell, place) = ([[String]](), [String](), "", Place.bare)
        for sign in text.unicodeScalars where place == .quoted || sign != "\r" {
            switch (place, sign) {
            case (.quoted, "\""): place = .closed
            case (.quoted, _): cell.unicodeScalars.append(sign)
            case (.closed, "\""):
                cell.append("\"")
                place = .quoted
            case (.bare, "\"") where cell.isEmpty: place = .quoted
            case (_, ","), (_, "\n"):
                row.append(cell)
                (cell, place) = ("", .bare)
                if sign == "\n" {
                    rows.append(row)
                    row = []
                }
            case (.bare, _) where sign != "\"": cell.unicodeScalars.append(sign)
            default: return nil
            }
        }
        return place == .bare && row.isEmpty && cell.isEmpty ? rows : nil
    }
}
