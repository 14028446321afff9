import EssaimIdentity
import Testing

@Suite struct `Stored password hashes` {
    static let good = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"

    @Test func `a hash reads back as it was written`() throws {
        let hash = try #require(PasswordHash(phc: Self.good))
        #expect(hash.phc == Self.good)
        #expect(hash.cost == Argon2Cost(passes: 2, memory: 256, lanes: 1))
        #expect("\(hash)" == "PasswordHash(…)")
    }

    @Test(arguments: [
        "", "$", "$$$$$", "motdepasse", "$2b$10$abcdefghijklmnopqrstuv", good + "$", "x" + good, good + "=",
        good.replacing("argon2id", with: "argon2i"), good.replacing("argon2id", with: "argon2d"),
        good.replacing("v=19", with: "v=16"), good.replacing("$v=19", with: ""),
        good.replacing("m=256", with: "m=4294967295"), good.replacing("m=256", with: "m=99999999999"),
        good.replacing("m=256", with: "m=262145"), good.replacing("m=256", with: "m=7"),
        good.replacing("m=256", with: "m=0256"), good.replacing("m=256", with: "m=+256"),
        good.replacing("m=256", with: "m=-1"), good.replacing("m=256", with: "m="), good.replacing("t=2", with: "t=0"),
        good.replacing("t=2", with: "t=17"), good.replacing("p=1", with: "p=0"), good.replacing("p=1", with: "p=5"),
        good.replacing("m=256,t=2", with: "t=2,m=256"), good.replacing(",p=1", with: ""),
        good.replacing("p=1", with: "p=1,data=x"), good.replacing("c29tZXNhbHQ", with: "c29tZXNhbHR"),
        good.replacing("c29tZXNhbHQ", with: "c29t"), good.replacing("c29tZXNhbHQ", with: "c29tZXNhbH!"),
        good.replacing("c29tZXNhbHQ", with: ""), good.replacing("Gi/4", with: "Gi_4"),
        good.replacing("Gi/4", with: "Gi/4AA"),
    ])
    func `a hash written in any other way is not one`(_ text: String) {
        #expect(PasswordHash(phc: text) == nil)
    }

    @Test func `ten thousand mutated hashes are refused or read back as written`() {
        var random = SeededGenerator(11)
        for _ in 0..<10_000 {
            var bytes = Array(Self.good.utf8)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            if let hash = PasswordHash(phc: text), hash.phc != text { Issue.record("two spellings: \(text)") }
        }
    }
}

/// SplitMix64: the same cases every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
