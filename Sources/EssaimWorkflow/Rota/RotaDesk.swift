import EssaimDomain

/// What is done to a network's rota. Each act is decided again in its transaction, from who they are by then and from the rota
/// as it then is, over the version that was read; what it leaves is looked at for gaps by `RotaWatch`.
public struct RotaDesk: Sendable {
    let store: any Store
    let clock: any WallClock
    let shelf: RotaShelf
    let bulletin: any Bulletin
    /// By which this server can tell.
    let channels: Set<TellingChannel>
    let recorder = HistoryRecorder()

    public init(
        store: any Store, clock: any WallClock, shelf: RotaShelf, bulletin: any Bulletin,
        channels: Set<TellingChannel> = []
    ) {
        self.store = store
        self.clock = clock
        self.shelf = shelf
        self.bulletin = bulletin
        self.channels = channels
    }

    /// Who acts, on the rota of which network, from where.
    public struct Act: Sendable {
        let network: Identifier<Network>
        let by: Identifier<Person>
        let place: String

        public init(on network: Identifier<Network>, by person: Identifier<Person>, from place: String) {
            self.network = network
            by = person
            self.place = place
        }
    }

    /// What an act is decided on.
    struct Scene {
        let tx: any StoreWriter
        let network: Network
        let who: Caller
        let rota: RotaCalendar
        let answerers: Answerers
        let now: Instant
        let leaving: RotaLeaving
    }

    /// What to add to the entry of an act that was done.
    typealias Done = [String: String]

    /// One act in one transaction with its entry, done or refused.
    /// - Parameter work: throws a `RotaDeskFault` before it writes anything: that is a refusal, whose entry stays.
    func perform(
        _ name: String, _ act: Act, _ work: @escaping @Sendable (Scene) throws -> Done
    ) async throws -> Result<Void, Refusal> {
        let now = clock.now()
        let result = try await store.write { tx -> Result<Void, Refusal> in
            guard let who = try tx.caller(act.by), let network = try tx.network(act.network) else {
                return .failure(.notFound)
            }
            let scene = Scene(
                tx: tx, network: network, who: who, rota: try shelf.calendar(of: network, by: tx),
                answerers: try tx.answerers(of: network, from: network.local.date(at: now)), now: now,
                leaving: RotaLeaving(tx, of: network, by: channels, at: now))
            let (result, detail): (Result<Void, Refusal>, Done)
            do {
                (result, detail) = (.success(()), try work(scene))
            } catch let fault as RotaDeskFault {
                (result, detail) = (.failure(fault.refusal), ["why": fault.why])
            }
            let isDone = (try? result.get()) != nil
            try tx.append(
                recorder.entry(
                    "rota.\(name)", outcome: isDone ? "done" : "refused", at: now, by: who.person, from: act.place,
                    network: network.id, detail: detail))
            return result
        }
        if case .success = result { bulletin.post(.jobs) }
        return result
    }
}

/// Why an act was not done: what the rota says, or what was typed.
enum RotaDeskFault: Error {
    case rota(RotaRefusal)
    case typed(Refusal)

    var refusal: Refusal {
        switch self {
        case .rota(let refusal): refusal.refusal
        case .typed(let refusal): refusal
        }
    }

    /// As an entry says it: never what was typed.
    var why: String {
        switch self {
        case .rota(.notFound): "not found"
        case .rota(.stale), .typed(.stale): "stale"
        case .rota(.over): "over"
        case .rota(.begun): "begun"
        case .rota(.stranger): "stranger"
        case .rota(.away): "away"
        case .rota(.alreadyThere): "already there"
        case .rota(.noSuchTime): "no such time"
        case .rota(.tooFar): "too far"
        case .typed(.faults(let faults)): faults.map(\.field).joined(separator: " ")
        case .typed: "not found"
        }
    }
}

extension Result where Failure == RotaRefusal {
    /// What the rota says, or its refusal thrown.
    func agreed() throws -> Success { try mapError(RotaDeskFault.rota).get() }
}
