import Crypto
import Testing

@testable import EssaimIdentity

/// Passwords known from leaks, as marks.
@Suite struct `A built-in list of leaked passwords` {
    /// The form that `Sources/Assets/passwords/README.md` tells, made of a few.
    static func bytes(of passwords: [String]) -> [UInt8] {
        var buckets = [[[UInt8]]](repeating: [], count: 65_536)
        for password in passwords {
            let mark = Array(SHA256.hash(data: Array(password.utf8)).prefix(4))
            buckets[Int(mark[0]) << 8 | Int(mark[1])].append(Array(mark[2...]))
        }
        return buckets.map { UInt8($0.count) }
            + buckets.flatMap { $0.sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self) }
    }

    @Test func `what is in it is found, in capitals and composed otherwise too, and nothing else`() throws {
        let known = ["kayak-velours-gnou", "été à la plage", "730518294610", "z"]
        let set = try #require(BreachedSet(Self.bytes(of: known)))
        #expect(set.count == 4)
        for password in known + [
            "KAYAK-velours-Gnou", "7305 1829 4610", " kayak-velours-gnou", "e\u{301}te\u{301} a\u{300} la plage",
        ] {
            #expect(set.contains(password))
        }
        for password in ["", "kayak-velours-gnouz", "ete a la plage"] {
            #expect(!set.contains(password))
        }
    }

    @Test func `bytes of another form are no list`() {
        let bytes = Self.bytes(of: ["kayak-velours-gnou"])
        for wrong in [[], Array(bytes.dropLast()), bytes + [0], Array(bytes.prefix(65_535))] {
            #expect(BreachedSet(wrong) == nil)
        }
        #expect(BreachedSet([UInt8](repeating: 0, count: 65_536))?.contains("") == false)
    }
}
