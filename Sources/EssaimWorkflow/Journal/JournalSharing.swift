import EssaimDomain
import TransparencyLog

/// Gives the signed head to those who hold it elsewhere, and compares: who knows a larger journal than ours, or another,
/// has seen a rollback or a fork.
public struct JournalSharing: Sendable {
    let store: any Store
    let clock: any WallClock

    public init(store: any Store, clock: any WallClock) {
        self.store = store
        self.clock = clock
    }

    /// Another server, as a witness.
    public protocol Witness: Sendable {
        /// What it is called in the journal's page: its address.
        var name: String { get }
        /// Posts a request; the status and the body of the answer.
        func add(_ request: AddCheckpoint) async throws -> (status: Int, text: String)
        /// Whether the answer bears its cosignature of that checkpoint; true when its key is not known here.
        func cosigned(_ text: String, _ checkpoint: SignedNote) -> Bool
    }

    /// What it needs to be given.
    private struct Share {
        let size: Int
        let checkpoint: SignedNote
        let known: Int
    }

    /// - Parameter pause: what was given less long ago is left.
    /// - Throws: `JournalFault` when the witness holds what contradicts us; whatever the call threw.
    public func share(with witness: any Witness, every pause: Duration) async throws {
        // Also a head that it has: an older copy that was put back is seen before anybody writes to it.
        guard var share = try await share(for: witness.name, every: pause, evenUnchanged: true) else { return }
        // Once with what we think it holds, once with what it says.
        for _ in 0..<2 {
            let (old, size, checkpoint) = (share.known, share.size, share.checkpoint)
            let proof = try await store.read { reader in
                try JournalTiles(reader)?.consistencyProof(from: old, to: size) ?? []
            }
            let answer: (status: Int, text: String)
            do {
                answer = try await witness.add(
                    AddCheckpoint(old: old, proof: old == 0 ? [] : proof, checkpoint: checkpoint))
            } catch {
                try await note(witness.name, size: old, "injoignable")
                throw error
            }
            switch answer.status {
            case 200:
                guard witness.cosigned(answer.text, checkpoint) else {
                    return try await note(witness.name, size: old, "sa signature n’est pas la bonne")
                }
                return try await note(witness.name, size: size, nil)
            case 409:
                guard let held = Int(answer.text.trimmed), held >= 0 else {
                    return try await note(witness.name, size: old, "sa réponse ne se lit pas")
                }
                guard held <= size else {
                    throw try await contradiction(
                        .rolledBack(signed: held, stored: size, holder: witness.name), witness.name)
                }
                share = Share(size: size, checkpoint: checkpoint, known: held)
            case 422:
                throw try await contradiction(.forked(size: old, holder: witness.name), witness.name)
            case let status:
                return try await note(witness.name, size: old, "réponse \(status)")
            }
        }
        // It held another head of the very size that it said.
        throw try await contradiction(.forked(size: share.known, holder: witness.name), witness.name)
    }

    /// Gives the head to a mailbox, which compares nothing by itself (`essaim journal verify --against`).
    public func share(
        withMailbox name: String, every pause: Duration,
        _ send: (_ checkpoint: String, _ size: Int) async throws -> Void
    ) async throws {
        guard let share = try await share(for: name, every: pause, evenUnchanged: false) else { return }
        try await send(share.checkpoint.text, share.size)
        try await note(name, size: share.size, nil)
    }

    /// Nil when it has the head, or was given one a moment ago.
    private func share(for name: String, every pause: Duration, evenUnchanged: Bool) async throws -> Share? {
        let now = clock.now()
        let (head, holdings) = try await store.read { (try $0.journalHead(), try $0.holdings()) }
        guard let head, let text = head.checkpoint else { return nil }
        let last = holdings.first { $0.holder == name }
        if let last {
            let isUnchanged = last.size == head.signedSize && last.answer == nil
            if now - last.at < pause || (isUnchanged && !evenUnchanged) { return nil }
        }
        return Share(size: head.signedSize, checkpoint: try SignedNote(text: text), known: last?.size ?? 0)
    }

    private func note(_ name: String, size: Int, _ answer: String?) async throws {
        let holding = JournalHolding(holder: name, size: size, at: clock.now(), answer: answer)
        try await store.write { try $0.keep(holding) }
    }

    private func contradiction(_ fault: JournalFault, _ name: String) async throws -> JournalFault {
        let now = clock.now()
        // Its figures change as the journal grows; the contradiction is one.
        let mark = "contredit\u{A0}: "
        try await store.write { tx in
            let before = try tx.holdings().first { $0.holder == name }
            try tx.keep(
                JournalHolding(holder: name, size: before?.size ?? 0, at: now, answer: mark + fault.description))
            guard before?.answer?.hasPrefix(mark) != true else { return }
            try tx.insert(
                Alarm(
                    id: .new(at: now), at: now, kind: .journal, network: nil, person: nil, detail: fault.description))
        }
        return fault
    }
}
