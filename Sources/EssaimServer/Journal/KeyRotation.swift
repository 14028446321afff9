import EssaimDomain
import EssaimWorkflow
import Foundation
import TransparencyLog

extension EssaimServer {
    /// Gives the journal a new key. The journal records it; a checkpoint that covers the record is signed by both keys, so
    /// that who trusts the old one can go on to the new; then the old one is removed.
    /// - Returns: the verifiers, old and new.
    /// - Throws: `JournalFault`, `JournalBook.Fault`.
    public func rotateJournalKey() async throws -> (old: String, new: String) {
        let room = JournalFolder(configuration)
        guard let old = try room.key() else { throw JournalFault.noKey }
        let keys = try await store.read { try $0.journalKeys() }
        // A change that was cut after the journal knew the new key is only finished.
        if let last = keys.last, last.verifier != old.verifier.text,
            try room.pendingKey()?.verifier.text == last.verifier
        {
            try room.replaceKey()
            return (old.verifier.text, last.verifier)
        }
        // The journal keeps its name: the origin of its checkpoints.
        guard let new = SigningKey(name: old.verifier.name) else {
            throw JournalBook.Fault(message: "la nouvelle clé n’a pas pu être faite")
        }
        guard keys.last?.verifier == old.verifier.text else { throw JournalFault.noKey }
        try room.writePending(new)
        let (position, entry) = try await store.read { [clock] reader in
            guard let last = try reader.journalKeys().last, last.verifier == old.verifier.text else {
                throw JournalFault.noKey
            }
            let entry = HistoryRecorder().entry(
                "journal.key", at: clock.now(), by: nil,
                detail: ["position": String(last.position + 1), "verifier": new.verifier.text])
            return (last.position + 1, entry)
        }
        try await store.write { try $0.append(entry) }
        _ = try await sequencer.numberAll()
        try await signer.signOnce()
        let head = try await store.read { try $0.journalHead() }
        guard let head, head.signedSize == head.edge.size else {
            throw JournalBook.Fault(
                message: "le journal n’a pas pu être signé : un autre serveur le tient, recommencez")
        }
        let body = Checkpoint(origin: old.verifier.name, size: head.edge.size, root: head.edge.root).body
        let handover = SignedNote(body: body, signatures: [old.sign(body), new.sign(body)]).text
        try room.remember(handover)
        let size = head.edge.size
        try await store.write { tx in
            try tx.insert(
                JournalKey(position: position, verifier: new.verifier.text, since: size, handover: handover))
            // What is published is signed by both from now on.
            guard try tx.keepCheckpoint(handover, size: size, over: size) else {
                throw JournalBook.Fault(message: "un autre serveur a signé entre-temps : recommencez")
            }
        }
        // From here the old key signs nothing more; the file follows, in one step.
        try room.replaceKey()
        return (old.verifier.text, new.verifier.text)
    }
}
