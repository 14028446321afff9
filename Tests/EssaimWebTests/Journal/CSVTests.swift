import EssaimDomain
import EssaimWorkflow
import Testing

@testable import EssaimWeb

@Suite struct CSVTests {
    static let cells: [(text: String, cell: String)] = [
        ("", ""), ("Le Goff", "Le Goff"), ("a;b", "\"a;b\""), ("dit \"Jo\"", "\"dit \"\"Jo\"\"\""),
        ("a\r\nb", "\"a\r\nb\""), ("a\nb", "\"a\nb\""),
        ("=1+1", "'=1+1"), ("+33 2", "'+33 2"), ("-a", "'-a"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
        ("\rx", "\"'\rx\""), ("\nx", "\"'\nx\""), ("\r\n=x", "\"'\r\n=x\""),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("=HYPERLINK(\"x\";\"y\")", "\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\""),
        // A plain number is none, and stays one.
        ("-1", "-1"), ("-23,00", "-23,00"), ("-1+1", "'-1+1"), ("-", "'-"), ("-1,", "'-1,"), ("--1", "'--1"),
        // An accent over the sign makes another character of it here, not there.
        ("=\u{301}1", "'=\u{301}1"), ("＝1", "'＝1"), ("＠x", "'＠x"),
        ("\"\u{301};", "\"\"\"\u{301};\""), ("a=b", "a=b"), ("l’accès", "l’accès"), ("'=x", "'=x"),
    ]

    @Test(arguments: cells) func `a cell is quoted where it must be, and is never a formula`(
        _ text: String, _ cell: String
    ) {
        #expect(Array(CSVText.cell(text).utf8) == Array(cell.utf8))
    }

    @Test func `whatever stands in a row comes back whole, cell for cell`() throws {
        var random = Seeded(state: 4711)
        let alphabet = Array("=+-@\t\r\n\";' aé＝\u{301}".unicodeScalars)
        for _ in 0..<2_000 {
            let row = (0..<3).map { _ in
                String(
                    String.UnicodeScalarView(
                        (0..<Int.random(in: 0...6, using: &random)).map { _ in
                            alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                        }))
            }
            var csv = CSVText()
            csv.append(row)
            let read = try #require(Self.read(csv.bytes))
            #expect(read.count == 3)
            for (cell, text) in zip(read, row) {
                #expect(cell == Array(text.utf8) || cell == [UInt8(ascii: "'")] + Array(text.utf8))
                #expect(!(cell.first.map { "=+-@\t\r\n".utf8.contains($0) } ?? false))
            }
        }
    }

    @Test func `an export has a line an entry, with its time, number, seal and commitment`() {
        let entry = HistoryEntry(
            id: "e", at: PageClock.sample.now + .milliseconds(5), request: "r", person: "p", action: "request.take",
            outcome: "done",
            payload: #"{"nationalId":"810000000019","number":"00000000","place":"192.0.2.1","relations":["holder"]}"#,
            salt: [], commitment: [0xAB, 0x01], leaf: 7)
        let person = Person(
            id: "p", familyName: "Le Goff", givenName: "Hervé", profession: .doctor, specialty: "SM15")
        let text = String(decoding: JournalExport([entry], ["p": person], .sample).bytes.dropFirst(3), as: UTF8.self)
        #expect(
            text == """
                date et heure;identifiant national;nom;rôle;action;objet;résultat;provenance;n° de scellement;empreinte\r
                2026-11-23T14:20:00.005+01:00;810000000019;Dr Hervé Le Goff;expert en charge;a pris la demande;\
                0000-0000;fait;192.0.2.1;7;ab01\r\n
                """)
    }

    /// What RFC 4180 says of one row; nil when it is not one.
    private static func read(_ bytes: [UInt8]) -> [[UInt8]]? {
        guard bytes.starts(with: [0xEF, 0xBB, 0xBF]), bytes.suffix(2) == [0x0D, 0x0A] else { return nil }
        var rest = bytes.dropFirst(3).dropLast(2)
        var cells: [[UInt8]] = []
        while true {
            var cell: [UInt8] = []
            if rest.first == UInt8(ascii: "\"") {
                rest = rest.dropFirst()
                while let byte = rest.first {
                    rest = rest.dropFirst()
                    if byte != UInt8(ascii: "\"") {
                        cell.append(byte)
                    } else if rest.first == byte {
                        cell.append(byte)
                        rest = rest.dropFirst()
                    } else {
                        break
                    }
                }
            } else {
                cell = Array(rest.prefix { $0 != UInt8(ascii: ";") })
                rest = rest.dropFirst(cell.count)
                if cell.contains(where: { "\"\r\n".utf8.contains($0) }) { return nil }
            }
            cells.append(cell)
            guard let next = rest.first else { return cells }
            guard next == UInt8(ascii: ";") else { return nil }
            rest = rest.dropFirst()
        }
    }
}

/// SplitMix64: the same cells each time.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
