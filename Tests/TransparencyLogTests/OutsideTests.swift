import Testing
import TransparencyLog

/// Logs of ours read by an implementation that is not: Go's `sumdb/tlog` and `sumdb/note`.
@Suite(.serialized) struct OutsideTests {
    private let program: OutsideProgram
    private let key: SigningKey
    private let witness: SigningKey

    init() throws {
        program = try OutsideProgram()
        key = try #require(SigningKey(name: "essaim.example/journal"))
        witness = try #require(SigningKey(name: "witness.example/w1"))
    }

    private static func entries(_ count: Int) -> [[UInt8]] {
        var random = SplitMix(seed: 41)
        return (0..<count).map { _ in random.bytes(.random(in: 0...60, using: &random)) }
    }

    @Test func `Go verifies logs of ours of any size, and cosignatures of ours`() throws {
        for count in [0, 1, 2, 255, 256, 257, 700] {
            let log = LogFolder(entries: Self.entries(count), signedBy: key, cosignedBy: witness)
            for (path, bytes) in log.files { _ = try program.write(bytes, to: "\(count)/\(path)") }
            let folder = program.path("\(count)")
            let checkpoint = try Checkpoint(body: SignedNote(bytes: #require(log.files["checkpoint"])).body)
            let verified = "verified \(count) entries, root \(checkpoint.root.base64)"
            for verifier in [key.verifier, witness.verifier.cosigner] {
                #expect(try program.answer("verify", folder, verifier.text) == (0, verified))
            }
            // Controls: another key, a file more, a file less.
            #expect(try program.answer("verify", folder, witness.verifier.text).code == 1)
            _ = try program.write([1], to: "\(count)/tile/0/777")
            #expect(try program.answer("verify", folder, key.verifier.text) == (1, "tile/0/777 is superfluous"))
            try program.remove("\(count)/tile/0/777")
            try program.remove("\(count)/checkpoint")
            #expect(try program.answer("verify", folder, key.verifier.text) == (1, "checkpoint: malformed note"))
        }
    }

    /// With two entries the changes fall thick on the checkpoint: every bit of it is tried several times.
    @Test(arguments: [2, 700])
    func `Go catches each of 10,000 one-bit changes to a log of ours`(count: Int) throws {
        let log = LogFolder(entries: Self.entries(count), signedBy: key)
        for (path, bytes) in log.files { _ = try program.write(bytes, to: "log/\(path)") }
        let folder = program.path("log")
        #expect(try program.answer("tamper", folder, key.verifier.text, "10000", "1") == (0, "caught 10000 of 10000"))
        // Control: a log that is already wrong is not counted as caught.
        let path = try #require(TilePath.all(ofSize: count).first?.text)
        var bundle = try #require(log.files[path])
        bundle[2] ^= 1
        _ = try program.write(bundle, to: "log/\(path)")
        let refusal = try program.answer("tamper", folder, key.verifier.text, "10", "1")
        #expect(refusal.code == 1)
        #expect(refusal.words.hasPrefix("refused before any change: \(path): entry 0"))
    }

    @Test func `Go accepts our proofs of inclusion, and refuses them for another entry`() throws {
        let entries = Self.entries(700)
        let log = LogFolder(entries: entries, signedBy: key)
        var reader = TreeReader(size: 700, source: log)
        let note = try SignedNote(bytes: #require(log.files["checkpoint"]))
        for index in [0, 1, 255, 256, 511, 512, 698, 699] {
            let proof = try TLogProof(
                index: index, proof: reader.inclusionProof(of: index), checkpoint: note, extra: [7])
            let proofFile = try program.write(proof.text.utf8, to: "proof")
            let entryFile = try program.write(entries[index], to: "entry")
            let held = try "entry \(index) is in the tree of 700 entries, root \(reader.root().base64)"
            #expect(try program.answer("inclusion", key.verifier.text, proofFile, entryFile) == (0, held))
            _ = try program.write(entries[index] + [0], to: "entry")
            #expect(try program.answer("inclusion", key.verifier.text, proofFile, entryFile).code == 1)
        }
    }

    @Test func `Go accepts our proofs of consistency, and refuses them for another older tree`() throws {
        let entries = Self.entries(700)
        var reader = TreeReader(size: 700, source: LogFolder(entries: entries))
        let new = try program.write(checkpoint(Array(entries)).utf8, to: "new")
        for old in [1, 2, 128, 255, 256, 257, 512, 513, 699, 700] {
            let lines = try reader.consistencyProof(from: old).map { $0.base64 + "\n" }.joined()
            let proof = try program.write(lines.utf8, to: "proof")
            var older = Array(entries.prefix(old))
            let oldFile = try program.write(checkpoint(older).utf8, to: "old")
            let continues = "the tree of 700 entries continues the one of \(old)"
            #expect(try program.answer("consistency", oldFile, new, proof, key.verifier.text) == (0, continues))
            older[old - 1].append(0)
            _ = try program.write(checkpoint(older).utf8, to: "old")
            #expect(try program.answer("consistency", oldFile, new, proof, key.verifier.text).code == 1)
        }
    }

    private func checkpoint(_ entries: [[UInt8]]) throws -> String {
        let files = LogFolder(entries: entries, signedBy: key).files
        return try SignedNote(bytes: #require(files["checkpoint"])).text
    }
}
