/// A proof that an entry stands in a log, to be checked without asking anyone: an index, the hashes of its inclusion, a
/// signed checkpoint.
///
/// Source: c2sp.org/tlog-proof@v1.
public struct TLogProof: Sendable, Equatable {
    /// The entry's index in the log, from 0.
    public let index: Int
    /// The hashes of the inclusion, the leaf's sibling first.
    public let proof: [MerkleHash]
    /// The checkpoint of the tree that the hashes lead to, with its signatures.
    public let checkpoint: SignedNote
    /// Data of the application, vouched for by nothing; nil if there is none.
    public let extra: [UInt8]?

    /// A proof of these parts; the index is 0 to 2^62, the hashes are at most 63, empty extra data counts as none.
    public init(index: Int, proof: [MerkleHash], checkpoint: SignedNote, extra: [UInt8]? = nil) {
        precondition((0...TreeSize.largest).contains(index), "An index is 0 to 2^62")
        precondition(proof.count <= TreeSize.longestProof, "A proof has at most 63 hashes")
        self.index = index
        self.proof = proof
        self.checkpoint = checkpoint
        self.extra = extra?.isEmpty == true ? nil : extra
    }

    /// Reads a proof, whose note must hold a checkpoint. Whether it proves anything is another question: see
    /// ``includes(_:signedBy:)``.
    public init(text: String) throws(NoteFault) {
        var lines = LineReader(try NoteText.bytes(text)[...])
        guard try lines.line().elementsEqual(Self.header.utf8) else { throw .keyword }
        let extra = try Self.extra(&lines)
        let index = try lines.number("index")
        let proof = try lines.proof()
        let checkpoint = try SignedNote(bytes: lines.rest)
        _ = try Checkpoint(body: checkpoint.body)
        self.init(index: index, proof: proof, checkpoint: checkpoint, extra: extra)
    }

    /// The proof as it is stored: for one that was read, exactly what was read.
    public var text: String {
        let extraLine = extra.map { "extra \(StrictBase64.text(of: $0))\n" } ?? ""
        let hashes = proof.map { $0.base64 + "\n" }.joined()
        return "\(Self.header)\n\(extraLine)index \(index)\n\(hashes)\n\(checkpoint.text)"
    }

    /// Whether the key has signed a tree that holds the entry at ``index``. Which log's tree, the checkpoint's origin
    /// says: compare it where a key signs for more than one.
    public func includes(_ entry: some Collection<UInt8>, signedBy key: VerifierKey) -> Bool {
        guard checkpoint.isSigned(by: key), let head = try? Checkpoint(body: checkpoint.body) else { return false }
        return MerkleProof.includes(.leaf(entry), at: index, in: head.size, root: head.root, proof: proof)
    }

    private static let header = "c2sp.org/tlog-proof@v1"

    /// The extra data of the second line, if it is there.
    private static func extra(_ lines: inout LineReader) throws(NoteFault) -> [UInt8]? {
        guard lines.rest.dropping("extra ") != nil else { return nil }
        guard let extra = StrictBase64.bytes(of: try lines.value(of: "extra")) else { throw .extra }
        return extra
    }
}
