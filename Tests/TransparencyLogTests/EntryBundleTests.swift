import Testing
import TransparencyLog

@Suite struct EntryBundleTests {
    @Test func `an entry has its length before it, the higher byte first`() {
        #expect(EntryBundle.bytes([]) == [])
        #expect(EntryBundle.bytes([[7, 8], [], [9]]) == [0, 2, 7, 8, 0, 0, 0, 1, 9])
        let long = [UInt8](repeating: 5, count: 0x0102)
        #expect(EntryBundle.bytes([long]).prefix(3) == [1, 2, 5])
    }

    @Test func `what was bundled comes back, up to the longest entry`() {
        var random = SplitMix(seed: 1)
        var entries = (0..<256).map { _ in random.bytes(.random(in: 0...60, using: &random)) }
        entries[17] = random.bytes(EntryBundle.longestEntry)
        #expect(EntryBundle.entries(EntryBundle.bytes(entries)) == entries)
    }

    @Test(arguments: [[0], [0, 1], [0, 2, 7], [0xFF, 0xFF], [0, 1, 7, 0], [0, 1, 7, 0, 1]] as [[UInt8]])
    func `a bundle that ends within an entry is none`(bytes: [UInt8]) {
        #expect(EntryBundle.entries(bytes) == nil)
    }
}
