import EssaimDomain
import EssaimPostgres
import EssaimSQLite
import EssaimWorkflow
import Foundation
import TransparencyLog

/// The journal of a data folder, opened to be read beside the server that serves it: verified, proved, exported.
public struct JournalBook: Sendable {
    let store: any Store
    let folder: JournalFolder
    private let closing: @Sendable () throws -> Void

    /// Why a command could not do its work, in French.
    public struct Fault: Error, Sendable, Equatable {
        public let message: String
        public init(message: String) { self.message = message }
    }

    public init(_ configuration: ServerConfiguration) throws {
        folder = JournalFolder(configuration)
        if let database = configuration.database {
            let store = try PostgresStore(database)
            self.store = store
            closing = { store.close() }
        } else {
            let store = try SQLiteReading(folder: configuration.folder)
            self.store = store
            closing = { try store.close() }
        }
    }

    public func close() throws { try closing() }

    /// The whole journal against itself, the folder's last signature and what others hold.
    /// - Parameter held: checkpoints from elsewhere, each with where it comes from.
    public func verify(
        against held: [(note: String, holder: String)] = [],
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> JournalVerification.Verdict {
        var held = held
        if let last = try folder.lastSigned() { held.append((last, "le dernier point signé ici")) }
        return try await JournalVerification(store: store, held: held).run(progress: progress)
    }

    /// The sealed entries of a demand, oldest first, each with its proof in the signed tree (c2sp.org/tlog-proof).
    public func proofs(of number: String) async throws -> [(entry: HistoryEntry, leaf: Int, proof: TLogProof)] {
        try await store.read { reader in
            let request = try Self.request(number, reader)
            guard let tiles = try JournalTiles(reader), let text = tiles.head.checkpoint else { return [] }
            let checkpoint = try SignedNote(text: text)
            return try reader.history(of: request, limit: 10_000).compactMap { entry in
                guard let leaf = entry.leaf, leaf < tiles.head.signedSize else { return nil }
                let proof = TLogProof(
                    index: leaf, proof: try tiles.inclusionProof(of: leaf, in: tiles.head.signedSize),
                    checkpoint: checkpoint)
                let leafHash = MerkleHash.leaf(JournalLeaf(at: entry.at, commitment: entry.commitment).bytes)
                guard
                    let head = try? Checkpoint(body: checkpoint.body),
                    MerkleProof.includes(leafHash, at: leaf, in: head.size, root: head.root, proof: proof.proof)
                else { throw JournalFault.damaged("l’inscription \(leaf) n’est pas dans l’arbre signé") }
                return (entry, leaf, proof)
            }
        }
    }

    /// The receipt of a demand; nil while it is not sealed.
    public func receipt(of number: String) async throws -> Receipt? {
        try await store.read { try Receipt.of(Self.request(number, $0), $0) }
    }

    public func keys() async throws -> [JournalKey] { try await store.read { try $0.journalKeys() } }

    private static func request(_ typed: String, _ reader: any StoreReader) throws -> Identifier<AdviceRequest> {
        guard let number = RequestNumber.parse(typed) else {
            throw Fault(message: "« \(typed) » n’est pas un numéro de demande")
        }
        let networks = Set(try reader.networks().map(\.id))
        guard let id = try reader.request(numbered: number, in: networks) else {
            throw Fault(message: "aucune demande envoyée ne porte le numéro \(number.shown)")
        }
        return id
    }
}
