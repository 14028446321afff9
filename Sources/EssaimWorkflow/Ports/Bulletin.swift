import EssaimDomain
import Synchronization

/// What changed, told after the commit to every server over the same data: ids only, and at most once. Whoever must not
/// miss it also looks from time to time.
public enum Notice: Sendable, Equatable, Hashable, Codable {
    /// Work waits in the outbox.
    case jobs
    case request(ChangedRequest)
    /// An alarm was raised or lifted in a network; none: about the server itself.
    case alarm(Identifier<Network>?)
    /// Someone's session, account or membership ended: whoever listens is read again.
    case people
}

/// A demand that changed, and those whose lists it stands in or stood in.
public struct ChangedRequest: Sendable, Equatable, Hashable, Codable {
    public let id: Identifier<AdviceRequest>
    public let network: Identifier<Network>
    public let structure: Identifier<Structure>
    /// The pools that see it, and those that did; none before triage. The one asked to receive the patient.
    public let pools: Set<Identifier<Pool>>
    /// Those who carry it, or did until this change.
    public let experts: Set<Identifier<Person>>
    /// Those it is proposed to, or was until this change: as long as they answer in its network.
    public let named: Set<Identifier<Person>>
    /// Nobody but its structure sees a draft.
    public let isDraft: Bool
    /// Who did it; nil for what Essaim does by itself.
    public let actor: Identifier<Person>?

    public init(
        id: Identifier<AdviceRequest>, network: Identifier<Network>, structure: Identifier<Structure>,
        pools: Set<Identifier<Pool>>, experts: Set<Identifier<Person>>, named: Set<Identifier<Person>> = [],
        isDraft: Bool, actor: Identifier<Person>? = nil
    ) {
        self.id = id
        self.network = network
        self.structure = structure
        self.pools = pools
        self.experts = experts
        self.named = named
        self.isDraft = isDraft
        self.actor = actor
    }

    public init(_ request: AdviceRequest, since before: AdviceRequest? = nil, by actor: Identifier<Person>? = nil) {
        let both = [request, before].compactMap(\.self)
        let assignments = both.flatMap(\.assignments)
        self.init(
            id: request.id, network: request.network, structure: request.structure,
            pools: Set(both.filter { !$0.isBeforeTriage }.flatMap(\.pools))
                .union(both.compactMap { $0.reception?.outcome == .refused ? nil : $0.reception?.route.pool }),
            experts: Set(assignments.filter(\.isCurrent).map(\.expert)),
            named: Set(assignments.filter { $0.state == .proposed }.map(\.expert)), isDraft: request.state == .draft,
            actor: actor)
    }

    /// Whether it may stand in a list of this caller.
    public func concerns(_ caller: Caller) -> Bool {
        if caller.structures.contains(where: { $0.structure.id == structure }) { return true }
        if isDraft { return false }
        if named.contains(caller.person.id), caller.answers(in: network) { return true }
        return caller.pools.contains { pools.contains($0.pool) } || experts.contains(caller.person.id)
            || caller.networks.contains { $0.network == network && [.coordinator, .regulator].contains($0.role) }
    }
}

/// The board where notices go up. Posting never waits and never fails.
public protocol Bulletin: Sendable {
    func post(_ notice: Notice)
    /// Notices from now on, until the reader ends. One who reads too slowly loses the oldest.
    func notices() -> AsyncStream<Notice>
}

/// The board of one process: also what a board across servers hands its notices to.
public final class LocalBulletin: Bulletin {
    private struct Readers {
        var next = 0
        var waiting: [Int: AsyncStream<Notice>.Continuation] = [:]
    }

    private let readers = Mutex(Readers())

    public init() {}

    public func post(_ notice: Notice) {
        let waiting = readers.withLock { Array($0.waiting.values) }
        for reader in waiting { reader.yield(notice) }
    }

    public func notices() -> AsyncStream<Notice> {
        let (stream, reader) = AsyncStream.makeStream(of: Notice.self, bufferingPolicy: .bufferingNewest(256))
        let number = readers.withLock { readers in
            readers.next += 1
            readers.waiting[readers.next] = reader
            return readers.next
        }
        reader.onTermination = { [weak self] _ in
            self?.readers.withLock { _ = $0.waiting.removeValue(forKey: number) }
        }
        return stream
    }
}
