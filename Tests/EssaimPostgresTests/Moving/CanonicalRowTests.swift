import Testing

@testable import EssaimStorage

/// The bytes that a digest is made of.
struct CanonicalRowTests {
    private static let rows: [[SQLValue]] = [
        [], [nil], [""], [.bytes([])], [0], [false], [true], [1], ["0"], [nil, nil], ["", ""], ["a", "b"], ["ab", ""],
        ["", "ab"], [.bytes(Array("ab".utf8)), ""], [.integer(.min)], [.integer(.max)], [-1], ["é"], ["e\u{301}"],
        [.bytes([0, 0])], [.bytes([0]), nil], [nil, .bytes([0])],
    ]

    @Test func `rows that differ have different bytes: NULL and empty, kinds, and where one value ends`() {
        #expect(Set(Self.rows.map(CanonicalRow.bytes)).count == Self.rows.count)
    }

    @Test(arguments: rows) func `the bytes give the row back`(row: [SQLValue]) throws {
        let bytes = CanonicalRow.bytes(row)
        #expect(try CanonicalRow.bytes(CanonicalRow.values(bytes)) == bytes)
        #expect(try CanonicalRow.values(bytes) == row)
    }

    @Test func `the bytes are these, for ever: a progress table may be read by a later version`() {
        #expect(
            CanonicalRow.bytes([nil, 258, "é", true, .bytes([7])]) == [
                0, 0, 0, 0, 0, 0, 0, 0, 0,
                1, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 1, 2,
                2, 0, 0, 0, 0, 0, 0, 0, 2, 0xC3, 0xA9,
                3, 0, 0, 0, 0, 0, 0, 0, 1, 1,
                4, 0, 0, 0, 0, 0, 0, 0, 1, 7,
            ])
    }

    @Test func `bytes that end early, or hold another kind, are no row`() {
        let whole = CanonicalRow.bytes([258, "texte", .bytes([1, 2])])
        for end in 1..<whole.count where ![17, 31].contains(end) {
            #expect(throws: (any Error).self, "\(end)") { try CanonicalRow.values(Array(whole.prefix(end))) }
        }
        for odd: [UInt8] in [
            [5, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 1, 9], [2] + [UInt8](repeating: 255, count: 8),
        ] {
            #expect(throws: (any Error).self) { try CanonicalRow.values(odd) }
        }
    }
}
