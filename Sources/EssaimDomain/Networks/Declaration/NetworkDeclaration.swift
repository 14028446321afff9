/// A network as its file says it whole: what it is, who belongs to it, and who is on duty.
public struct NetworkDeclaration: Sendable, Equatable {
    public var network: Network
    /// All of its people; nil when the file leaves them as they are.
    public var members: [DeclaredMember]?
    /// All of its duties; nil when the file leaves them as they are.
    public var duties: [DeclaredDuty]?

    public init(network: Network, members: [DeclaredMember]? = nil, duties: [DeclaredDuty]? = nil) {
        self.network = network
        self.members = members
        self.duties = duties
    }
}

extension NetworkDeclaration {
    /// Who may keep a post, of those members: the teams of the post are theirs.
    public func keepers(of post: DutyPost, among members: [DeclaredMember]) -> [DeclaredMember] {
        let pools: Set<Identifier<Pool>> =
            switch post {
            case .pool(let pool): [pool]
            case .line(let line): Set(network.offer(line).map { Array($0.pools.values) } ?? [])
            }
        return members.filter { !pools.isDisjoint(with: $0.pools.keys) }
    }
}
