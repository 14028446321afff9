/// Who answers where, and when they are there: what a rota is read against.
public struct Answerers: Sendable, Equatable {
    private let members: [Identifier<Pool>: Set<Identifier<Person>>]
    private let presences: [Identifier<Person>: Presence]
    /// The pools that answer each line.
    private let pools: [Identifier<Offer>: Set<Identifier<Pool>>]

    /// - Parameters:
    ///   - members: active ones alone.
    ///   - presences: who is not there said nothing, and is there at any time.
    public init(
        of network: Network, members: [Identifier<Pool>: Set<Identifier<Person>>],
        presences: [Identifier<Person>: Presence] = [:]
    ) {
        self.members = members
        self.presences = presences
        pools = Dictionary(network.offers.map { ($0.id, Set($0.pools.values)) }, uniquingKeysWith: { $0.union($1) })
    }

    public func members(of pool: Identifier<Pool>) -> Set<Identifier<Person>> { members[pool] ?? [] }

    public func presence(of person: Identifier<Person>) -> Presence { presences[person] ?? .always }

    /// Whether someone may keep a post: a member of the pool, or of one that answers the line. Everyone else is a stranger to
    /// it, and never on duty.
    public func mayKeep(_ post: DutyPost, _ person: Identifier<Person>) -> Bool {
        switch post {
        case .pool(let pool): members(of: pool).contains(person)
        case .line(let line): (pools[line] ?? []).contains { members(of: $0).contains(person) }
        }
    }
}
