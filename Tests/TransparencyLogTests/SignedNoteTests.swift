import Testing
import TransparencyLog

@Suite struct SignedNoteTests {
    private static let body =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    private static let peterLine =
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
    private static let enochLine =
        "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n"

    @Test func `the published note is read, holds under the published keys, and is written as it was`() throws {
        let text = Self.body + "\n" + Self.peterLine + Self.enochLine
        let note = try SignedNote(text: text)
        #expect(note.body == Self.body)
        #expect(note.signatures.map(\.name) == ["PeterNeumann", "EnochRoot"])
        #expect(note.signatures.map(\.id) == [0xc74f_20a3, 0xaf0c_fe78])
        #expect(note.text == text)
        #expect(try note.isSigned(by: #require(VerifierKey(text: KeyTests.peter))))
        #expect(try note.isSigned(by: #require(VerifierKey(text: KeyTests.enoch))))
        #expect(try SignedNote(bytes: Array(text.utf8)) == note)
    }

    @Test func `the published key makes the published signature`() throws {
        let key = try #require(SigningKey(text: KeyTests.peterSecret))
        let note = SignedNote(body: Self.body, signatures: [key.sign(Self.body)])
        #expect(note.text == Self.body + "\n" + Self.peterLine)
    }

    @Test func `a note without the key's signature, or with a wrong one beside the right one, is not signed by it`()
        throws
    {
        let peter = try #require(VerifierKey(text: KeyTests.peter))
        let secret = try #require(SigningKey(text: KeyTests.peterSecret))
        var note = try SignedNote(text: Self.body + "\n" + Self.enochLine)
        #expect(!note.isSigned(by: peter))
        let right = secret.sign(Self.body)
        note.signatures.append(right)
        #expect(note.isSigned(by: peter))
        note.signatures.append(right)
        #expect(note.isSigned(by: peter))
        note.signatures.append(secret.sign("another text\n"))
        #expect(!note.isSigned(by: peter))
        note.signatures.removeLast()
        note.body += "more\n"
        #expect(!note.isSigned(by: peter))
        #expect(!SignedNote(body: Self.body, signatures: []).isSigned(by: peter))
    }

    @Test func `a signature by a stranger with the same name is ignored`() throws {
        let key = try #require(SigningKey(name: "log.example"))
        let stranger = try #require(SigningKey(name: "log.example"))
        let note = SignedNote(body: "a\n", signatures: [stranger.sign("a\n"), key.sign("a\n")])
        #expect(note.isSigned(by: key.verifier))
    }

    @Test func `the last blank line parts text and signatures`() throws {
        let text = "a\n\nb\n\n\n" + Self.peterLine
        let note = try SignedNote(text: text)
        #expect(note.body == "a\n\nb\n\n")
        #expect(note.text == text)
        #expect(try SignedNote(text: "\n\n" + Self.peterLine).body == "\n")
    }

    @Test(
        arguments: [
            ("", .unsigned), ("\n", .unsigned), ("\n\n", .unsigned), ("a\n", .unsigned), ("a\n\n", .unsigned),
            ("a\n" + peterLine, .unsigned), ("a\n\n\n", .unsigned), ("a\n\n" + peterLine.dropLast(), .cutShort),
            ("a\n\n" + peterLine + "x", .cutShort), ("a\n\n" + peterLine + "x\n", .signatureLine),
            ("a\r\n\r\n" + peterLine, .controlCharacter), ("a\t\n\n" + peterLine, .controlCharacter),
            ("a\u{0}\n\n" + peterLine, .controlCharacter), ("a\u{1F}\n\n" + peterLine, .controlCharacter),
            ("a\n\n- PeterNeumann AAAAAAAA\n", .signatureLine), ("a\n\n—PeterNeumann AAAAAAAA\n", .signatureLine),
            ("a\n\n—  AAAAAAAA\n", .signatureLine), ("a\n\n— a\n", .signatureLine), ("a\n\n— a \n", .signatureLine),
            ("a\n\n— a AAAA\n", .signatureLine), ("a\n\n— a AAAAAA==\n", .signatureLine),
            ("a\n\n— a AAAAAAB=\n", .signatureLine), ("a\n\n— a AAAAAAA\n", .signatureLine),
            ("a\n\n— a AAAAAAA= \n", .signatureLine), ("a\n\n— a b AAAAAAA=\n", .signatureLine),
            ("a\n\n— a+b AAAAAAA=\n", .signatureLine), ("a\n\n— a\u{A0}b AAAAAAA=\n", .signatureLine),
            ("a\n\n— a AAA-AAA=\n", .signatureLine), ("a\n\n—\u{301} a AAAAAAA=\n", .signatureLine),
            ("a\n\n" + String(repeating: "— a AAAAAAA=\n", count: 101), .tooManySignatures),
            (String(repeating: "a", count: 1 << 20) + "\n\n" + peterLine, .tooLong),
        ] as [(String, NoteFault)])
    func `what is no note is refused for its reason`(text: String, fault: NoteFault) {
        #expect(throws: fault) { try SignedNote(text: text) }
    }

    @Test func `the shortest signature and a hundred of them are read`() throws {
        let text = "a\n\n" + String(repeating: "— a AAAAAAA=\n", count: 100)
        let note = try SignedNote(text: text)
        #expect(note.signatures.count == 100)
        #expect(note.signatures.first?.bytes == [0])
        #expect(note.text == text)
    }

    @Test(arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x80]] as [[UInt8]])
    func `bytes that are no UTF-8 are no note`(bytes: [UInt8]) {
        #expect(throws: NoteFault.notUTF8) { try SignedNote(bytes: bytes + Array(("\n\n" + Self.peterLine).utf8)) }
    }

    @Test func `texts and names that only look the same are not the same`() throws {
        let (one, two) = ("caf\u{E9}", "cafe\u{301}")
        #expect(one == two)
        #expect(SignedNote(body: one, signatures: []) != SignedNote(body: two, signatures: []))
        let root = MerkleHash.empty
        #expect(Checkpoint(origin: one, size: 0, root: root) != Checkpoint(origin: two, size: 0, root: root))
        let lines = try [one, two].map { try NoteSignature(line: "— \($0) AAAAAAA=") }
        #expect(lines[0] != lines[1])
    }
}
