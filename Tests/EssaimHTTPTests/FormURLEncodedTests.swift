import EssaimGate
import EssaimHTTP
import Testing

private func read(_ text: String) throws -> [[String]] {
    try FormURLEncoded.parse(Array(text.utf8)).fields.map { [$0.name, $0.value] }
}

@Suite struct `Forms` {
    @Test(
        arguments: [
            ("", []),
            ("a=1", [["a", "1"]]),
            ("a=1&b=2&a=3", [["a", "1"], ["b", "2"], ["a", "3"]]),
            ("a", [["a", ""]]),
            ("a=", [["a", ""]]),
            ("=x", [["", "x"]]),
            ("&&a=1&&", [["a", "1"]]),
            ("a=b=c", [["a", "b=c"]]),
            ("q=jambe+gauche", [["q", "jambe gauche"]]),
            ("q=a%2Bb%26c%3Dd", [["q", "a+b&c=d"]]),
            ("nom=L%C3%A9a", [["nom", "Léa"]]),
            ("nom=Léa", [["nom", "Léa"]]),
            ("n%6Fm=x", [["nom", "x"]]),
            ("t=ligne%0D%0Asuite", [["t", "ligne\r\nsuite"]]),
            ("e=%F0%9F%93%B7", [["e", "\u{1F4F7}"]]),
            ("%26=%3D", [["&", "="]]),
        ] as [(String, [[String]])])
    func `a form gives its fields decoded and in order`(_ text: String, _ fields: [[String]]) throws {
        #expect(try read(text) == fields)
    }

    @Test(arguments: [
        ("a=%", FormFault.badPercent(at: 2)),
        ("a=%4", .badPercent(at: 2)),
        ("a=%zz", .badPercent(at: 2)),
        ("a=%4g", .badPercent(at: 2)),
        ("a=1&b=%+1", .badPercent(at: 6)),
        ("%%41=1", .badPercent(at: 0)),
        ("a=%u00e9", .badPercent(at: 2)),
        ("a=%00", .forbiddenCharacter(at: 4)),
        ("a=x&b\u{0}=1", .forbiddenCharacter(at: 5)),
        ("a=%C3", .notUTF8(at: 2)),
        ("a=%C0%AF", .notUTF8(at: 2)),
        ("a=%ED%A0%80", .notUTF8(at: 2)),
        ("a=%F5%80%80%80", .notUTF8(at: 2)),
        ("x=1&%FF=2", .notUTF8(at: 4)),
    ])
    func `a form written badly is refused at the place of the fault`(_ text: String, _ fault: FormFault) {
        #expect(throws: fault) { try FormURLEncoded.parse(Array(text.utf8)) }
    }

    @Test func `a form of exactly one mebibyte is read and one byte more is not`() throws {
        let full = Array("a=".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: (1 << 20) - 2)
        #expect(try FormURLEncoded.parse(full).first("a")?.utf8.count == (1 << 20) - 2)
        #expect(throws: FormFault.tooLarge(limit: 1 << 20)) { try FormURLEncoded.parse(full + [0x78]) }
    }

    @Test func `five hundred fields are read and one more is not`() throws {
        let full = Array(repeating: "a=1", count: 500).joined(separator: "&")
        #expect(try read(full).count == 500)
        #expect(throws: FormFault.tooManyFields(limit: 500)) { try read(full + "&a=1") }
    }

    @Test func `a query has smaller limits than a form and may be absent`() throws {
        #expect(try QueryString.parse(nil as String?).isEmpty)
        #expect(try QueryString.parse("page=2&q=main").first("q") == "main")
        #expect(throws: FormFault.tooLarge(limit: 8192)) {
            try QueryString.parse("q=" + String(repeating: "x", count: 8191))
        }
        #expect(throws: FormFault.tooManyFields(limit: 100)) {
            try QueryString.parse(Array(repeating: "a", count: 101).joined(separator: "&"))
        }
    }

    @Test func `a fault speaks French and says what to do`() {
        #expect(FormFault.badPercent(at: 0).message.hasSuffix("Rechargez la page, puis renvoyez-le."))
        #expect(FormFault.tooLarge(limit: 1).isAboutSize)
        #expect(!FormFault.notUTF8(at: 0).isAboutSize)
    }

    @Test func `whatever is encoded is read back`() throws {
        var random = SeededGenerator(1)
        for _ in 0..<2000 {
            let values = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                String(
                    String.UnicodeScalarView(
                        (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
                            Unicode.Scalar(UInt32.random(in: 1...0x2FFFF, using: &random))
                        }))
            }
            let text = values.map { "n=" + $0.utf8.map(Self.percent).joined() }.joined(separator: "&")
            let back = try FormURLEncoded.parse(Array(text.utf8)).all("n")
            #expect(back.map { Array($0.utf8) } == values.map { Array($0.utf8) })
        }
    }

    @Test func `twenty thousand hostile forms are read or refused, never more than was sent`() {
        var random = SeededGenerator(2)
        let alphabet = Array("a=&%+41C3é;".utf8)
        let sample = Array("nom=L%C3%A9a+Martin&urgence=simple&photo=1&photo=2&texte=a%0D%0Ab".utf8)
        var read = 0
        for round in 0..<20_000 {
            let bytes = round % 2 == 0 ? random.bytes(upTo: 40, from: alphabet) : random.mutation(of: sample)
            guard let fields = try? FormURLEncoded.parse(bytes) else { continue }
            read += 1
            let carried = fields.fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
            if carried > bytes.count { Issue.record("more came out than went in: \(bytes)") }
        }
        #expect(read > 2000 && read < 20_000)
    }

    private static func percent(_ byte: UInt8) -> String {
        let digits = Array("0123456789ABCDEF")
        return "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }
}
