import EssaimDomain
import TransparencyLog

/// Holds the heads of other journals (c2sp.org/tlog-witness): keeps the last of each, and takes a new one only with the
/// proof that it continues it. So whoever rewrites their journal is found out by someone else.
public struct JournalWitness: Sendable {
    let store: any Store
    let clock: any WallClock
    /// The keys of the journals that are held here; nobody else's.
    let known: [VerifierKey]
    let room: any JournalKeyRoom
    /// Told when a journal contradicts itself.
    let bulletin: any Bulletin

    public init(
        store: any Store, clock: any WallClock, known: [VerifierKey], room: any JournalKeyRoom, bulletin: any Bulletin
    ) {
        self.store = store
        self.clock = clock
        self.known = known
        self.room = room
        self.bulletin = bulletin
    }

    /// What the witness answers: the specification's statuses.
    public enum Answer: Sendable, Equatable {
        /// 200: our cosignature, as a note's line.
        case cosigned(String)
        /// 400
        case malformed
        /// 403
        case unsigned
        /// 404
        case unknown
        /// 409: another size is held here.
        case other(size: Int)
        /// 422: the proof does not hold.
        case contradicted
        /// 503: this server has no key to sign with.
        case unable
    }

    /// - Parameter text: the body of `POST …/add-checkpoint`.
    public func hold(_ text: String) async throws -> Answer {
        guard let asked = try? AddCheckpoint(text: text), let head = try? Checkpoint(body: asked.checkpoint.body) else {
            return .malformed
        }
        let keys = known.filter { $0.name == head.origin }
        guard !keys.isEmpty else { return .unknown }
        guard keys.contains(where: { asked.checkpoint.isSigned(by: $0) }) else { return .unsigned }
        guard asked.old <= head.size else { return .malformed }
        guard let key = try room.key() else { return .unable }
        let now = clock.now()
        let answer = try await store.write { tx in try Self.hold(asked, head, at: now, tx) }
        if answer == .contradicted { bulletin.post(.alarm(nil)) }
        guard let answer else {
            return .cosigned(key.cosign(asked.checkpoint.body, at: now.milliseconds / 1000).line + "\n")
        }
        return answer
    }

    /// Nil when it is held.
    private static func hold(
        _ asked: AddCheckpoint, _ head: Checkpoint, at now: Instant, _ tx: any StoreWriter
    ) throws -> Answer? {
        let held = try tx.heldCheckpoint(of: head.origin)
        guard held?.size ?? 0 == asked.old else { return .other(size: held?.size ?? 0) }
        let root = held?.root ?? .empty
        guard MerkleProof.extends(root, of: asked.old, to: head.root, of: head.size, proof: asked.proof) else {
            // A wrong proof may be anyone's, with a public head; two roots of one size are the log's own doing.
            if asked.old == head.size { try raise(about: head, at: now, tx) }
            return .contradicted
        }
        try tx.keep(
            HeldCheckpoint(
                origin: head.origin, size: head.size, root: head.root, checkpoint: asked.checkpoint.text, at: now))
        return nil
    }

    /// Once: the same two heads may be posted again by whoever has them.
    private static func raise(about head: Checkpoint, at now: Instant, _ tx: any StoreWriter) throws {
        let detail =
            "Le journal \(head.origin), dont les points sont gardés ici, se contredit à \(head.size) inscriptions"
        guard try !tx.alarms(in: [], limit: 50).contains(where: { $0.detail == detail }) else { return }
        try tx.insert(
            Alarm(id: .new(at: now), at: now, kind: .journal, network: nil, person: nil, detail: detail))
    }
}
