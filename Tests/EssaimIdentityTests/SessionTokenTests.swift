import EssaimIdentity
import Testing

@Suite struct `Session tokens` {
    @Test func `a token is two hundred and fifty-six random bits`() throws {
        var ones = [Int](repeating: 0, count: 256)
        var texts = Set<String>()
        for _ in 0..<2000 {
            let token = SessionToken()
            texts.insert(token.text)
            #expect(token.text.utf8.count == 43)
            for (index, bit) in try bits(token.text).enumerated() { ones[index] += bit }
        }
        #expect(texts.count == 2000)
        // 2,000 throws of a coin: beyond 1,000 ± 180 (eight standard deviations) the bit is not random.
        #expect(ones.allSatisfy { abs($0 - 1000) < 180 })
    }

    @Test func `the same text gives the same digest, which is SHA-256 of the bytes`() throws {
        let zero = try #require(SessionToken(String(repeating: "A", count: 43)))
        // SHA-256 of 32 zero bytes.
        #expect(hex(zero.digest.bytes) == "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925")
        let token = SessionToken()
        let back = try #require(SessionToken(token.text))
        #expect(back.digest == token.digest)
        #expect(SessionToken().digest != token.digest)
        #expect(SessionDigest(token.digest.text) == token.digest)
        #expect(!token.digest.text.contains(token.text))
    }

    @Test(arguments: [
        "", "A", String(repeating: "A", count: 42), String(repeating: "A", count: 44),
        String(repeating: "A", count: 42) + "B", String(repeating: "A", count: 42) + "=",
        String(repeating: "A", count: 42) + "+", String(repeating: "A", count: 42) + " ",
        String(repeating: "A", count: 41) + "é", "__Host-" + String(repeating: "A", count: 36) + ";",
    ])
    func `a text that is not exactly a token is none`(_ text: String) {
        #expect(SessionToken(text) == nil)
        #expect(SessionDigest(text) == nil)
    }

    @Test func `a token does not print itself`() {
        let token = SessionToken()
        var dumped = ""
        dump([token], to: &dumped)
        for text in ["\(token)", String(reflecting: token), "\([token])", dumped] {
            #expect(!text.contains(token.text))
        }
    }

    @Test(
        arguments: [
            ([], [], true), ([1], [1], true), ([1, 2], [1, 2], true), ([1], [2], false), ([1], [], false),
            ([1, 2], [1], false), ([0], [], false), ([255, 0], [0, 255], false),
        ] as [([UInt8], [UInt8], Bool)])
    func `secrets are compared whole`(_ a: [UInt8], _ b: [UInt8], _ expected: Bool) {
        #expect(ConstantTime.equal(a, b) == expected)
    }

    private func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    private func bits(_ text: String) throws -> [Int] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        let bits = try text.flatMap { character in
            let value = try #require(alphabet.firstIndex(of: character))
            return [5, 4, 3, 2, 1, 0].map { value >> $0 & 1 }
        }
        return Array(bits.prefix(256))
    }
}
