import EssaimDomain
import EssaimNetworkFiles
import Testing

@Suite struct HostileTests {
    @Test func `an empty file, a lone word and a list are refused`() {
        for text in ["", "\n\n", "# rien\n", "bonjour", "- a\n- b", "~", "{}", "[]", "? [a]: b"] {
            #expect(throws: NetworkFileFaults.self) { try NetworkFile.read(text, forms: []).get() }
        }
    }

    @Test func `a file over 4 MiB is refused unread`() {
        let text = smallFile + "\n" + String(repeating: "#", count: NetworkFile.mostBytes)
        #expect(throws: NetworkFileFaults.self) { try NetworkFile.read(text, forms: ["dermatologie"]).get() }
    }

    @Test func `aliases that would unfold into millions are refused before they do`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            text +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
                + "]\n"
        }
        guard case .failure(let faults) = NetworkFile.read(text, forms: []) else {
            Issue.record("the file was accepted")
            return
        }
        #expect(faults.list.first?.line == 2)
    }

    @Test(.timeLimit(.minutes(1))) func `an anchor whose name fills the file is refused at once`() {
        let text = "a: &" + String(repeating: "a", count: NetworkFile.mostBytes - 4)
        #expect(throws: NetworkFileFaults.self) { try NetworkFile.read(text, forms: []).get() }
    }

    @Test func `thousands of names, each of them wrong, are told in a thousand short messages`() {
        let zones = (0..<2_000).map { "  z\($0):\n    nom: Z\n    deborde: [inconnue-\($0), x]" }
        let text = "reseau: n\nnom: N\nzones:\n" + zones.joined(separator: "\n")
        guard case .failure(let faults) = NetworkFile.read(text, forms: []) else {
            Issue.record("the file was accepted")
            return
        }
        #expect(faults.list.count == 1_000)
        #expect(faults.list.allSatisfy { $0.message.unicodeScalars.count < 600 })
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "["])
    func `a pile of levels is refused without exhausting the stack`(_ opening: String) {
        for count in [100, 900, 1_100, 20_000, 200_000] {
            let text = String(repeating: opening, count: count)
            #expect(throws: NetworkFileFaults.self) { try NetworkFile.read("zones: " + text, forms: []).get() }
            let closed = text + "x" + String(repeating: opening.hasPrefix("{") ? "}" : "]", count: count)
            #expect(throws: NetworkFileFaults.self) { try NetworkFile.read("zones: " + closed, forms: []).get() }
            let lines = (0..<min(count, 900)).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
            #expect(throws: NetworkFileFaults.self) { try NetworkFile.read(lines, forms: []).get() }
        }
    }

    @Test(arguments: 0..<300)
    func `a file spoiled at random is read or refused, and never traps`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var bytes = Array(smallFile.utf8)
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0...3, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: place)
            case 2:
                bytes.insert(
                    contentsOf: Array("[]{}&*!|>'\"%@`#,:-? \n\t".utf8).shuffled(using: &random).prefix(3), at: place)
            default: bytes.removeSubrange(place..<min(bytes.count, place + 20))
            }
        }
        switch NetworkFile.read(String(decoding: bytes, as: UTF8.self), forms: ["dermatologie"]) {
        case .success(let network): #expect(!network.name.isEmpty)
        case .failure(let faults): #expect(!faults.list.isEmpty && faults.french.allSatisfy { !$0.isEmpty })
        }
    }
}

/// SplitMix64: the same numbers from the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
