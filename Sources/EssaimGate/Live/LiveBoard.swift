import EssaimDomain
import EssaimWorkflow
import Synchronization

/// What a page is told while it is open: which demands changed, by their ids alone. One board a server, fed by the notices
/// of all of them. A page that was away asks again: nothing is kept for it.
public final class LiveBoard: Sendable {
    private struct Listener: Sendable {
        var caller: Caller
        let session: Session
        let events: AsyncStream<Reply.Event>.Continuation
    }

    private struct Listeners {
        var next = 0
        var all: [Int: Listener] = [:]
        var isFed = false
    }

    /// Between two signs of life: a dead connection is found, and a session that ended closes its stream.
    static let beat = Duration.seconds(15)

    private let store: any Store
    private let clock: any WallClock
    private let bulletin: any Bulletin
    private let listeners = Mutex(Listeners())

    public init(store: any Store, clock: any WallClock, bulletin: any Bulletin) {
        self.store = store
        self.clock = clock
        self.bulletin = bulletin
    }

    /// Events for one open page; they end with its session, and when nobody feeds the board.
    func join(_ caller: Caller, _ session: Session) -> AsyncStream<Reply.Event> {
        let (stream, events) = AsyncStream.makeStream(of: Reply.Event.self, bufferingPolicy: .bufferingNewest(64))
        let number: Int? = listeners.withLock { listeners in
            guard listeners.isFed else { return nil }
            listeners.next += 1
            listeners.all[listeners.next] = Listener(caller: caller, session: session, events: events)
            return listeners.next
        }
        guard let number else {
            events.finish()
            return stream
        }
        events.onTermination = { [weak self] _ in self?.leave(number) }
        events.yield(.comment)
        return stream
    }

    /// How many pages listen.
    public var count: Int { listeners.withLock { $0.all.count } }

    /// Whether events come.
    var isFed: Bool { listeners.withLock { $0.isFed } }

    /// Feeds those who listen until cancelled, then ends their streams: browsers come back, here or to another server.
    public func run() async {
        listeners.withLock { $0.isFed = true }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [self] in
                for await notice in bulletin.notices() {
                    switch notice {
                    case .request(let changed): tell(of: changed)
                    case .alarm(let network): tell(ofAlarmIn: network)
                    // What was withdrawn is withdrawn at once, not at the next beat.
                    case .people: await breathe()
                    case .jobs: break
                    }
                }
            }
            group.addTask { [self] in
                while !Task.isCancelled {
                    try? await Task.sleep(for: Self.beat)
                    await breathe()
                }
            }
        }
        let ended = listeners.withLock { listeners in
            defer { listeners.all = [:] }
            listeners.isFed = false
            return Array(listeners.all.values)
        }
        for listener in ended { listener.events.finish() }
    }

    private func tell(of changed: ChangedRequest) {
        let concerned = listeners.withLock { $0.all.values.filter { changed.concerns($0.caller) } }
        for listener in concerned {
            // What someone did themselves is news for others alone.
            let isNews = changed.actor != nil && changed.actor != listener.caller.person.id
            let news = isNews ? #","news":true"# : ""
            listener.events.yield(
                Reply.Event(name: "demande", data: #"{"id":"\#(changed.id.rawValue)"\#(news)}"#))
        }
    }

    private func tell(ofAlarmIn network: Identifier<Network>?) {
        let concerned = listeners.withLock { listeners in
            listeners.all.values.filter { listener in
                let kept = listener.caller.networks(as: .securityReferent)
                return network.map(kept.contains) ?? !kept.isEmpty
            }
        }
        for listener in concerned { listener.events.yield(Reply.Event(name: "alarme", data: "{}")) }
    }

    /// Reads again who the listeners are, a hundred in one snapshot. What was withdrawn is withdrawn here too: the stream of
    /// who lost something ends, and their browser comes back as who they are now.
    func breathe() async {
        let all = listeners.withLock { Array($0.all) }
        for start in stride(from: 0, to: all.count, by: 100) {
            let some = all[start..<min(start + 100, all.count)]
            // A database that is away ends no stream: it will be asked at the next beat.
            guard let callers = try? await callers(of: some.map(\.value.session)) else { continue }
            for ((number, listener), caller) in zip(some, callers) {
                if let caller, !caller.hasLost(since: listener.caller) {
                    listeners.withLock { $0.all[number]?.caller = caller }
                    listener.events.yield(.comment)
                } else {
                    leave(number)
                    listener.events.finish()
                }
            }
        }
    }

    /// Who each session stands for now; nil when it is over.
    private func callers(of sessions: [Session]) async throws -> [Caller?] {
        let now = clock.now()
        return try await store.read { reader in
            try sessions.map { known in
                guard let session = try reader.session(known.tokenHash),
                    now - session.lastSeenAt < AccountDesk.idleLimit,
                    now - session.createdAt < AccountDesk.absoluteLimit
                else { return nil }
                return try reader.caller(session.person)
            }
        }
    }

    private func leave(_ number: Int) { listeners.withLock { _ = $0.all.removeValue(forKey: number) } }
}

extension Grant where P == SignedIn {
    /// What changes in the lists of whoever is signed in, from now on.
    public func liveEvents() -> AsyncStream<Reply.Event> { house.live.join(fact.caller, fact.session) }
}
