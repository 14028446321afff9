import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import TransparencyLog

extension World {
    func sequencer(_ name: String = "one") -> JournalSequencer {
        JournalSequencer(store: store, clock: clock, name: name)
    }

    func signer(_ room: MemoryKeyRoom, _ name: String = "one") -> JournalSigner {
        JournalSigner(store: store, clock: clock, room: room, name: name)
    }

    /// Entries of no demand, a second apart: the quickest way to a long journal.
    func write(entries count: Int) async throws {
        let recorder = HistoryRecorder()
        for start in stride(from: 0, to: count, by: 100) {
            let entries = (start..<min(start + 100, count)).map { number in
                recorder.entry(
                    "session.start", at: clock.advance(by: .seconds(1)), by: .asker, detail: ["n": String(number)])
            }
            try await store.write { tx in for entry in entries { try tx.append(entry) } }
        }
    }

    /// Numbers and signs all that waits.
    func seal(_ room: MemoryKeyRoom) async throws {
        let signer = signer(room)
        try await signer.signOnce()
        _ = try await sequencer().numberAll()
        try await signer.signOnce()
        _ = try await sequencer().numberAll()
        try await signer.signOnce()
    }

    func verify(
        against held: [(note: String, holder: String)] = []
    ) async throws -> JournalVerification.Verdict {
        try await JournalVerification(store: store, held: held).run()
    }

    func head() async throws -> JournalHead { try await store.read { try $0.journalHead() ?? JournalHead() } }
}

/// Whether a verification finds a fault, and which.
func fault(_ work: () async throws -> JournalVerification.Verdict) async throws -> JournalFault? {
    do {
        _ = try await work()
        return nil
    } catch let fault as JournalFault {
        return fault
    }
}
