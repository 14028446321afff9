import EssaimDomain
import TransparencyLog

/// Signs the journal's head, within a second of its numbering. Before the first signature the whole tree is built again
/// and compared with what was signed before; then each signature continues what this server itself has seen. So no two
/// heads that it signs contradict each other, whatever the database became meanwhile.
public actor JournalSigner {
    private let store: any Store
    private let clock: any WallClock
    private let room: any JournalKeyRoom
    private let name: String
    private let recorder = HistoryRecorder()
    private var rebuilding: JournalRebuilding?

    /// - Parameter name: this server among those over the same data, as its sequencer names it.
    public init(store: any Store, clock: any WallClock, room: any JournalKeyRoom, name: String) {
        self.store = store
        self.clock = clock
        self.room = room
        self.name = name
    }

    /// Signs what is numbered and not signed.
    /// - Returns: how many entries are signed now.
    /// - Throws: `JournalFault` when what is stored contradicts what was signed: nothing is signed then.
    @discardableResult
    public func signOnce() async throws -> Int {
        let (head, keys) = try await store.read { (try $0.journalHead(), try $0.journalKeys()) }
        guard let head, head.edge.size > 0 else { return 0 }
        // Whoever numbers signs too; it only saves work.
        if let keeper = head.keeper, keeper != name, let until = head.keptUntil, until > clock.now() {
            return head.signedSize
        }
        if head.signedSize == head.edge.size, rebuilding != nil { return head.signedSize }
        let key = try await signingKey(keys)
        var tree = try rebuilding ?? JournalRebuilding(marks: marks(head, keys))
        // Half-way through a fault nothing is kept: the next try begins again.
        rebuilding = nil
        let seen = try await tree.catchUp(store)
        rebuilding = tree
        guard seen.edge.size > seen.signedSize else { return seen.signedSize }
        let size = tree.edge.size
        let body = Checkpoint(origin: key.verifier.name, size: size, root: tree.edge.root).body
        let note = SignedNote(body: body, signatures: [key.sign(body)]).text
        try room.remember(note)
        let over = seen.signedSize
        return try await store.advance { try $0.keepCheckpoint(note, size: size, over: over) } ? size : over
    }

    /// The key that the journal knows as its last; made and recorded at the very first start.
    private func signingKey(_ keys: [JournalKey]) async throws -> SigningKey {
        if keys.isEmpty {
            guard let key = try room.key() ?? room.makeKey() ?? room.key() else { throw JournalFault.noKey }
            try await record(JournalKey(position: 1, verifier: key.verifier.text, since: 0, handover: nil))
            return key
        }
        guard let key = try room.key(), key.verifier.text == keys.last?.verifier else { throw JournalFault.noKey }
        return key
    }

    private func record(_ key: JournalKey) async throws {
        let entry = recorder.entry(
            "journal.key", at: clock.now(), by: nil,
            detail: ["position": String(key.position), "verifier": key.verifier])
        do {
            try await store.write { tx in
                try tx.insert(key)
                try tx.append(entry)
            }
        } catch StoreFault.duplicate {
            // Another server was quicker with a key of its own: this one's is not the journal's.
            throw JournalFault.noKey
        }
    }

    /// What this folder and the database say was signed.
    private func marks(_ head: JournalHead, _ keys: [JournalKey]) throws -> [JournalRebuilding.Mark] {
        let known = keys.compactMap { VerifierKey(text: $0.verifier) }
        return try [(room.lastSigned(), "le dernier point signé ici"), (head.checkpoint, "le dernier point publié")]
            .compactMap { note, holder in
                try note.map { try JournalRebuilding.Mark(note: $0, signedBy: known, holder: holder) }
            }
    }
}

extension JournalRebuilding.Mark {
    /// - Throws: `.unsigned` when none of these keys signed it.
    public init(note text: String, signedBy keys: [VerifierKey], holder: String) throws(JournalFault) {
        guard let note = try? SignedNote(text: text), let checkpoint = try? Checkpoint(body: note.body),
            keys.contains(where: { note.isSigned(by: $0) })
        else { throw .unsigned(holder) }
        self.init(size: checkpoint.size, root: checkpoint.root, holder: holder)
    }
}
