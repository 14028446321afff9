import Testing
import TransparencyLog

/// Texts with random changes: each parser refuses them, or gives back exactly what it read. None traps.
@Suite struct MutationTests {
    /// A parser, a text that it reads, and the text that it writes of what it reads; nil if it refuses.
    struct Parser: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let sample: String
        let roundTrip: @Sendable (String) -> String?
    }

    private static let hash = MerkleHash.leaf([1]).base64
    private static let checkpoint = "example.com/log\n12\n\(hash)\nextension\n"
    private static let note = checkpoint + "\n— example.com/log \(hash)\n— witness/1 AAAAAAA=\n"

    static let parsers = [
        Parser(testDescription: "note", sample: note) { try? SignedNote(text: $0).text },
        Parser(testDescription: "checkpoint", sample: checkpoint) { try? Checkpoint(body: $0).body },
        Parser(testDescription: "proof", sample: "c2sp.org/tlog-proof@v1\nextra AQID\nindex 7\n\(hash)\n\n\(note)") {
            try? TLogProof(text: $0).text
        },
        Parser(testDescription: "request", sample: "old 7\n\(hash)\n\n\(note)") { try? AddCheckpoint(text: $0).text },
        Parser(testDescription: "public key", sample: KeyTests.peter) { VerifierKey(text: $0)?.text },
        Parser(testDescription: "secret key", sample: KeyTests.peterSecret) { SigningKey(text: $0)?.text },
        Parser(testDescription: "signature", sample: "— witness/1 AAAAAAA=") { try? NoteSignature(line: $0).line },
        Parser(testDescription: "path", sample: "tile/entries/x001/x234/067.p/8") { TilePath($0)?.text },
        Parser(testDescription: "hash", sample: hash) { MerkleHash(base64: $0)?.base64 },
    ]

    @Test(arguments: parsers)
    func `a changed text is refused or read as it stands`(parser: Parser) {
        #expect(parser.roundTrip(parser.sample) == parser.sample)
        var random = SplitMix(seed: 2026)
        var (read, refused) = (0, 0)
        for _ in 0..<3000 {
            var bytes = Array(parser.sample.utf8)
            for _ in 0..<Int.random(in: 1...3, using: &random) { mutate(&bytes, &random) }
            let text = String(decoding: bytes, as: UTF8.self)
            if let back = parser.roundTrip(text) {
                read += 1
                #expect(back.utf8.elementsEqual(text.utf8))
            } else {
                refused += 1
            }
        }
        // A parser that refuses nothing, or a mutation that changes nothing, would make the above empty.
        #expect(refused > 500)
        #expect(read < 2500)
    }

    @Test func `a changed bundle, and random bytes, are refused or read as they stand`() {
        var random = SplitMix(seed: 7)
        let sample = EntryBundle.bytes((0..<20).map { _ in random.bytes(5) })
        var read = 0
        for round in 0..<3000 {
            var bytes = round.isMultiple(of: 2) ? sample : random.bytes(.random(in: 0...60, using: &random))
            mutate(&bytes, &random)
            guard let entries = EntryBundle.entries(bytes) else { continue }
            read += 1
            #expect(EntryBundle.bytes(entries) == bytes)
        }
        #expect((1..<2900).contains(read))
    }

    /// One random change: a bit, a byte, a piece taken out, doubled, moved or cut off, a piece of what the formats know.
    private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        guard !bytes.isEmpty else { return bytes.append(.random(in: 0...255, using: &random)) }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 1...12, using: &random))
        switch Int.random(in: 0...7, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
        case 1: bytes[place] = .random(in: 0...255, using: &random)
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 4: bytes.removeSubrange(place...)
        case 5: bytes.insert(.random(in: 0...255, using: &random), at: place)
        case 6: bytes.swapAt(place, .random(in: 0..<bytes.count, using: &random))
        default:
            let known = [
                "\n", "\n\n", "— ", "=", "==", "+", " ", "0", "99999999999999999999", "x", ".p/", "é", "\u{301}",
            ]
            bytes.insert(contentsOf: Array((known.randomElement(using: &random) ?? "").utf8), at: place)
        }
    }
}
