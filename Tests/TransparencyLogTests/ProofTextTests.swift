import Testing
import TransparencyLog

/// The texts that carry proofs: `tlog-proof` and the body of `add-checkpoint`.
@Suite struct ProofTextTests {
    private static let note =
        CheckpointTests.body
        + "\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
    private static let hash = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n"
    private static let header = "c2sp.org/tlog-proof@v1\n"

    @Test func `the witness specification's example is read and written as it was`() throws {
        let text = """
            old 20852014
            PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
            jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
            5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
            /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=

            """
        let request = try AddCheckpoint(text: text)
        #expect(request.old == 20_852_014)
        #expect(request.proof.count == 4)
        #expect(request.checkpoint.signatures.count == 2)
        #expect(request.text == text)
    }

    @Test func `a proof is written in the format's order and says whether it proves`() throws {
        let key = try #require(SigningKey(name: "example.com/log"))
        let entries: [[UInt8]] = [[1], [2], [3]]
        let log = LogFolder(entries: entries, signedBy: key)
        var reader = TreeReader(size: 3, source: log)
        let hashes = try reader.inclusionProof(of: 1)
        let note = try SignedNote(bytes: #require(log.files["checkpoint"]))
        let proof = TLogProof(index: 1, proof: hashes, checkpoint: note, extra: [1, 2, 3])
        let lines = proof.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.prefix(3) == ["c2sp.org/tlog-proof@v1", "extra AQID", "index 1"])
        #expect(lines[3...6] == [hashes[0].base64, hashes[1].base64, "", "example.com/log"])
        #expect(try TLogProof(text: proof.text) == proof)
        #expect(proof.includes([2], signedBy: key.verifier))
        #expect(!proof.includes([3], signedBy: key.verifier))
        #expect(try !proof.includes([2], signedBy: #require(SigningKey(name: "example.com/log")).verifier))
        #expect(!TLogProof(index: 0, proof: hashes, checkpoint: note).includes([2], signedBy: key.verifier))
        #expect(TLogProof(index: 1, proof: hashes, checkpoint: note, extra: []).extra == nil)
    }

    @Test(
        arguments: [
            (header + "index 0\n\n" + note, nil), (header + "extra AQID\nindex 5\n" + hash + "\n" + note, nil),
            (header + "index 5\n" + String(repeating: hash, count: 63) + "\n" + note, nil),
            (header + "index 5\n" + String(repeating: hash, count: 64) + "\n" + note, .tooManyHashes),
            ("", .cutShort), ("c2sp.org/tlog-proof@v1", .cutShort),
            ("c2sp.org/tlog-proof@v2\nindex 0\n\n" + note, .keyword),
            (header + "\nindex 0\n\n" + note, .keyword), (header + "extra \nindex 0\n\n" + note, .extra),
            (header + "extra AQIC=\nindex 0\n\n" + note, .extra), (header + "extra AR==\nindex 0\n\n" + note, .extra),
            (header + "extra AQID\nextra AQID\nindex 0\n\n" + note, .keyword),
            (header + "index 00\n\n" + note, .number),
            (header + "index -1\n\n" + note, .number), (header + "index \n\n" + note, .number),
            (header + "index\n\n" + note, .keyword), (header + "index 0\nAAAA\n\n" + note, .hash),
            (header + "index 0\n\n", .unsigned), (header + "index 0\n" + hash, .cutShort),
            (header + "index 0\n" + note, .hash), (header + "index 0\n\n\n" + note, .origin),
            (header + "index 0\n\nnot a checkpoint\n\n— a AAAAAAA=\n", .cutShort),
            (header + "index 9223372036854775808\n\n" + note, .number),
            ("\u{FEFF}" + header + "index 0\n\n" + note, .keyword),
        ] as [(String, NoteFault?)])
    func `a proof is read strictly`(text: String, fault: NoteFault?) throws {
        if let fault {
            #expect(throws: fault) { try TLogProof(text: text) }
        } else {
            #expect(try TLogProof(text: text).text == text)
        }
    }

    @Test(
        arguments: [
            ("old 0\n\n" + note, nil), ("old 5\n" + String(repeating: hash, count: 63) + "\n" + note, nil),
            ("old 5\n" + String(repeating: hash, count: 64) + "\n" + note, .tooManyHashes), ("", .cutShort),
            ("old 05\n\n" + note, .number), ("Old 5\n\n" + note, .keyword), ("old  5\n\n" + note, .number),
            ("5\n\n" + note, .keyword), ("old 5\n\n", .unsigned), ("old 5\n" + note, .hash),
            ("old 5\n\n\n" + note, .origin),
            ("old 5\n" + hash.dropLast() + " \n\n" + note, .hash), ("old 5\r\n\n" + note, .controlCharacter),
            ("old 4611686018427387905\n\n" + note, .number),
        ] as [(String, NoteFault?)])
    func `a request to a witness is read strictly`(text: String, fault: NoteFault?) throws {
        if let fault {
            #expect(throws: fault) { try AddCheckpoint(text: text) }
        } else {
            #expect(try AddCheckpoint(text: text).text == text)
        }
    }
}
