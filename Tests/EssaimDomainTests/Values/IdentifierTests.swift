import Testing

@testable import EssaimDomain

@Suite struct IdentifierTests {
    static let noon = Instant(milliseconds: 1_790_000_000_000)

    @Test func `a new id is a UUIDv7: its first 48 bits are the milliseconds, then its version and its variant`() {
        let id = Identifier<Person>.new(at: Self.noon).rawValue
        #expect(id.count == 36)
        #expect(id.replacing("-", with: "").prefix(12) == "01a0c4506c00")
        let digits = Array(id)
        #expect(digits[14] == "7" && "89ab".contains(digits[19]))
    }

    @Test func `ids made one after the other sort so, also while the clock stands still and beside other threads`()
        async
    {
        let each = await withTaskGroup(of: [String].self) { group in
            for _ in 0..<8 {
                group.addTask { (0..<2_000).map { _ in Identifier<Person>.new(at: Self.noon).rawValue } }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        for made in each { #expect(made == made.sorted()) }
        #expect(Set(each.joined()).count == 16_000)
    }

    @Test func `a later millisecond sorts after, an earlier one before`() {
        let now = Identifier<Person>.new(at: Self.noon)
        #expect(Identifier<Person>.new(at: Self.noon + .milliseconds(1)) > now)
        #expect(Identifier<Person>.new(at: Self.noon + .milliseconds(-1)) < now)
    }

    @Test func `at the end of its room a tail begins again, within its bits`() {
        var random = SeededRandom(7)
        var tail = IdentifierTail(after: (1 << 74) - 1)
        let again = tail.next(using: &random)
        #expect(again < 1 << 73)
        #expect(tail.next(using: &random) > again)
    }

    @Test func `with a generator of its own an id comes out the same again`() {
        var (first, second) = (SeededRandom(3), SeededRandom(3))
        #expect(
            Identifier<Person>.new(at: Self.noon, using: &first)
                == Identifier<Person>.new(at: Self.noon, using: &second))
    }
}
