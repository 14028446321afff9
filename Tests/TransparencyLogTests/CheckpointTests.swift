import Testing
import TransparencyLog

@Suite struct CheckpointTests {
    /// The example of the specification.
    static let body = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    private static let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"

    @Test func `the specification's example is read and written as it was`() throws {
        let checkpoint = try Checkpoint(body: Self.body)
        #expect(checkpoint.origin == "example.com/behind-the-sofa")
        #expect(checkpoint.size == 20_852_163)
        #expect(checkpoint.root.base64 + "\n" == Self.root)
        #expect(checkpoint.extensions.isEmpty)
        #expect(checkpoint.body == Self.body)
        #expect(
            Checkpoint(origin: "o", size: 0, root: .empty, extensions: ["x", " y"]).body
                == "o\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nx\n y\n")
        #expect(try Checkpoint(body: "o\n\(1 << 62)\n" + Self.root).size == 1 << 62)
    }

    @Test func `the specification's cosigned example is read and written as it was`() throws {
        let text =
            Self.body + "\n"
            + "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
            + "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n"
        let note = try SignedNote(text: text)
        #expect(note.text == text)
        #expect(note.signatures.map(\.id) == [0x033d_e0ae, 0x8d66_cf3f])
        #expect(note.signatures.map(\.bytes.count) == [64, 72])
    }

    @Test(
        arguments: [
            ("", .cutShort), ("o", .cutShort), ("o\n", .cutShort), ("o\n1", .cutShort), ("o\n1\n", .cutShort),
            ("o\n1\n" + root.dropLast(), .cutShort), ("\n1\n" + root, .origin), ("o\n\n" + root, .number),
            ("o\n01\n" + root, .number), ("o\n00\n" + root, .number), ("o\n-1\n" + root, .number),
            ("o\n+1\n" + root, .number), ("o\n 1\n" + root, .number), ("o\n1 \n" + root, .number),
            ("o\n0x1\n" + root, .number), ("o\n1e3\n" + root, .number), ("o\n١\n" + root, .number),
            ("o\n4611686018427387905\n" + root, .number), ("o\n9223372036854775807\n" + root, .number),
            ("o\n9999999999999999999\n" + root, .number), ("o\n99999999999999999999\n" + root, .number),
            ("o\n1\n\n", .hash), ("o\n1\nAAAA\n", .hash), ("o\n1\n " + root, .hash),
            ("o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n", .hash), ("o\n1\n" + root + "\n", .extensionLine),
            ("o\n1\n" + root + "x\n\n", .extensionLine), ("o\n1\n" + root + "x", .cutShort),
            ("o\n1\n" + root + String(repeating: "x\n", count: 101), .extensionLine),
            ("o\r\n1\n" + root, .controlCharacter), ("o\n1\n" + root + "\t\n", .controlCharacter),
            (String(repeating: "o", count: 1 << 20) + "\n1\n" + root, .tooLong),
        ] as [(String, NoteFault)])
    func `what is no checkpoint is refused for its reason`(body: String, fault: NoteFault) {
        #expect(throws: fault) { try Checkpoint(body: body) }
    }
}
