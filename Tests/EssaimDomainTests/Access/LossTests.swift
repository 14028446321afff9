import EssaimDomain
import EssaimTestSupport
import Testing

/// Whoever loses something keeps no page open: each kind of belonging, one at a time.
struct LossTests {
    private static let structures: [Caller.InStructure] = [.init(structure: .practice, role: .member)]
    private static let pools: [Caller.InPool] = [
        .init(pool: Pool.north.id, network: Network.sample.id, grade: .senior)
    ]
    private static let networks: [Caller.InNetwork] = [.init(network: Network.sample.id, role: .secretary)]

    private static func caller(
        _ structures: [Caller.InStructure] = Self.structures, _ pools: [Caller.InPool] = Self.pools,
        _ networks: [Caller.InNetwork] = Self.networks, offices: [Structure] = [.office]
    ) -> Caller {
        Caller(person: .senior, structures: structures, pools: pools, networks: networks, offices: offices)
    }

    @Test func `a structure, a pool, a role of a network and an office are each something to lose`() {
        let all = Self.caller()
        let none = Self.caller([], [], [], offices: [])
        #expect(!all.hasLost(since: all) && !all.hasLost(since: none) && none.hasLost(since: all))
        let south: [Caller.InPool] = [.init(pool: Pool.south.id, network: Network.sample.id, grade: .senior)]
        for less in [
            Self.caller([]), Self.caller([.init(structure: .otherPractice, role: .member)]),
            Self.caller(Self.structures, []), Self.caller(Self.structures, south),
            Self.caller(Self.structures, Self.pools, []),
            Self.caller(Self.structures, Self.pools, [.init(network: Network.sample.id, role: .head)]),
            Self.caller(Self.structures, Self.pools, [.init(network: Network.other.id, role: .secretary)]),
            Self.caller(offices: []), Self.caller(offices: [.practice]),
        ] { #expect(less.hasLost(since: all), "\(less)") }
    }

    @Test func `another role in the same structure, and more of anything, end no page`() {
        let all = Self.caller()
        #expect(!Self.caller([.init(structure: .practice, role: .administrator)]).hasLost(since: all))
        let more: [Caller.InNetwork] = Self.networks + [.init(network: Network.other.id, role: .head)]
        #expect(!Self.caller(Self.structures, Self.pools, more).hasLost(since: all))
    }
}
