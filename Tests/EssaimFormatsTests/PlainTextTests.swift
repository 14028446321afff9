import EssaimFormats
import Testing

@Suite struct `Cleaning a text` {
    @Test(
        arguments: [
            (Array("Bonjour\r\nÉté\rfin\n".utf8), "Bonjour\nÉté\nfin\n"),
            ([0x45, 0x74, 0xE9, 0x20, 0x80, 0x20, 0x93, 0x61, 0x94, 0x81], "Eté € “a”"),
            (Array("\u{FEFF}a\u{1B}[31mb\u{7F}\tc\u{85}".utf8), "a[31mb\tc"),
            (Array("a\u{202E}b\u{2066}c".utf8), "abc"),
        ] as [([UInt8], String)])
    func `a text becomes UTF-8 and holds what is shown`(_ sent: [UInt8], _ kept: String) throws {
        #expect(try PlainText.clean(sent) == Array(kept.utf8))
    }

    @Test func `a text has no NUL and at most one megabyte`() {
        #expect(throws: MediaFault.unrecognised) { try PlainText.clean([0x61, 0]) }
        #expect(throws: MediaFault.tooManyBytes(limit: 1_048_576)) {
            try PlainText.clean([UInt8](repeating: 0x61, count: 1_048_577))
        }
    }

    @Test func `whatever is cleaned is clean, and cleaning it again changes nothing`() throws {
        var random = SeededGenerator(7)
        for _ in 0..<2000 {
            let sent = (0..<Int.random(in: 1...80, using: &random)).map { _ in UInt8.random(in: 1...255, using: &random)
            }
            let once = try PlainText.clean(sent)
            #expect(String(validating: once, as: UTF8.self) != nil)
            #expect(!once.contains { ($0 < 0x20 && $0 != 0x0A && $0 != 0x09) || $0 == 0x7F }, "\(sent)")
            #expect(try PlainText.clean(once) == once, "\(sent)")
        }
    }
}
