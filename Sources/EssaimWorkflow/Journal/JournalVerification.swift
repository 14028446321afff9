import Crypto
import EssaimDomain
import TransparencyLog

/// The whole journal against itself and against what others hold: every row against its public leaf, every leaf against
/// the tree, the tree against each signature. Names the first fault.
public struct JournalVerification: Sendable {
    let store: any Store
    /// Checkpoints from elsewhere: a mailbox, another server, the folder.
    let held: [(note: String, holder: String)]

    public init(store: any Store, held: [(note: String, holder: String)]) {
        self.store = store
        self.held = held
    }

    public struct Verdict: Sendable, Equatable {
        public let size: Int
        public let root: MerkleHash
        public let signedSize: Int
        /// Entries whose words were forgotten; their proofs hold.
        public let erased: Int
        /// Committed and not numbered yet.
        public let waiting: Int
    }

    /// Rows compared in one snapshot.
    static let slice = 4096

    /// - Parameter progress: told how many rows were compared.
    /// - Throws: `JournalFault`.
    public func run(progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) async throws -> Verdict {
        let (first, keys) = try await store.read { (try $0.journalHead() ?? JournalHead(), try $0.journalKeys()) }
        let verifiers = try Self.verifiers(keys)
        var marks = try held.map { try JournalRebuilding.Mark(note: $0.note, signedBy: verifiers, holder: $0.holder) }
        if let checkpoint = first.checkpoint {
            let mark = try JournalRebuilding.Mark(
                note: checkpoint, signedBy: Array(verifiers.suffix(1)), holder: "le point de contrôle publié")
            guard mark.size == first.signedSize else {
                throw JournalFault.damaged("le point de contrôle publié n’est pas de la taille signée")
            }
            marks.append(mark)
        } else if first.signedSize > 0 {
            throw JournalFault.damaged("le point de contrôle publié manque")
        }
        var tree = JournalRebuilding(marks: marks)
        let head = try await tree.catchUp(store)
        let size = head.edge.size
        let erased = try await compareRows(size, progress)
        let waiting = try await store.read { reader in
            try Self.lookBeside(reader)
            return try reader.countWaiting()
        }
        return Verdict(
            size: size, root: tree.edge.root, signedSize: head.signedSize, erased: erased, waiting: waiting)
    }

    /// Nothing stands beside the tree, whatever size it has come to.
    private static func lookBeside(_ reader: any StoreReader) throws {
        let size = try reader.journalHead()?.edge.size ?? 0
        let beyond = try reader.countRows(beyond: size)
        guard beyond == 0 else {
            throw JournalFault.damaged("\(beyond) inscriptions portent un numéro que l’arbre n’a pas")
        }
        let full = sequence(first: size >> 8) { $0 >> 8 }.prefix { $0 > 0 }
        let (tiles, bundles) = try reader.countTiles()
        guard tiles == full.reduce(0, +), bundles == size >> 8 else {
            throw JournalFault.damaged("des tuiles ou des paquets ne sont pas de l’arbre")
        }
    }

    /// Two slices at once: one is read while the other is compared.
    private func compareRows(_ size: Int, _ progress: @escaping @Sendable (Int, Int) -> Void) async throws -> Int {
        let store = store
        return try await withThrowingTaskGroup(of: (rows: Int, erased: Int).self) { group in
            var (next, done, erased) = (0, 0, 0)
            func add() {
                guard next < size else { return }
                let range = next..<min(next + Self.slice, size)
                next = range.upperBound
                group.addTask { try await Self.compare(range, store) }
            }
            for _ in 0..<2 { add() }
            while let slice = try await group.next() {
                done += slice.rows
                erased += slice.erased
                progress(done, size)
                add()
            }
            return erased
        }
    }

    private static func compare(_ range: Range<Int>, _ store: any Store) async throws -> (rows: Int, erased: Int) {
        let (rows, entries) = try await store.read { reader in
            (
                try reader.journalRows(from: range.lowerBound, until: range.upperBound),
                try leaves(range, reader)
            )
        }
        var erased = 0
        for (offset, leaf) in range.enumerated() {
            guard offset < rows.count, rows[offset].leaf == leaf else {
                throw JournalFault.damaged("l’inscription \(leaf) a disparu de l’historique")
            }
            if try !JournalRowCheck(rows[offset], entries[offset]).run() { erased += 1 }
        }
        return (range.count, erased)
    }

    private static func leaves(_ range: Range<Int>, _ reader: any StoreReader) throws -> [[UInt8]] {
        guard let tiles = try JournalTiles(reader) else { return [] }
        var entries: [[UInt8]] = []
        for number in (range.lowerBound >> 8)...((range.upperBound - 1) >> 8) {
            let width = min(256, tiles.head.edge.size - number << 8)
            guard let bytes = try tiles.bytes(TilePath(.entries, number: number, width: width)),
                let bundle = EntryBundle.entries(bytes)
            else { throw JournalFault.damaged("le paquet d’inscriptions \(number) manque ou est abîmé") }
            entries += bundle
        }
        let start = range.lowerBound & ~255
        return Array(entries.dropFirst(range.lowerBound - start).prefix(range.count))
    }

    /// The keys that signed one after the other: each but the first was handed over by the one before it.
    static func verifiers(_ keys: [JournalKey]) throws -> [VerifierKey] {
        var known: [VerifierKey] = []
        for key in keys {
            guard let verifier = VerifierKey(text: key.verifier) else {
                throw JournalFault.damaged("la clé \(key.position) ne se lit pas")
            }
            if let before = known.last {
                guard let handover = key.handover, let note = try? SignedNote(text: handover),
                    note.isSigned(by: before), note.isSigned(by: verifier),
                    let checkpoint = try? Checkpoint(body: note.body), checkpoint.size == key.since
                else { throw JournalFault.damaged("la clé \(key.position) n’a pas reçu la main de la précédente") }
            }
            known.append(verifier)
        }
        return known
    }
}
