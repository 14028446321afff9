/// What a log asks of a witness: to cosign a checkpoint, given the size that the witness saw last and the proof that the
/// log only added since. The body of `POST <prefix>/add-checkpoint`.
///
/// Source: c2sp.org/tlog-witness.
public struct AddCheckpoint: Sendable, Equatable {
    /// The size that the witness is thought to have cosigned last; 0 if none.
    public let old: Int
    /// The hashes of the consistency; none if the old size is 0.
    public let proof: [MerkleHash]
    /// The new checkpoint, signed by the log.
    public let checkpoint: SignedNote

    /// A request of these parts; the old size is 0 to 2^62, the hashes are at most 63.
    public init(old: Int, proof: [MerkleHash], checkpoint: SignedNote) {
        precondition((0...TreeSize.largest).contains(old), "An old size is 0 to 2^62")
        precondition(proof.count <= TreeSize.longestProof, "A proof has at most 63 hashes")
        self.old = old
        self.proof = proof
        self.checkpoint = checkpoint
    }

    /// Reads a request, whose note must hold a checkpoint. What the witness then checks, and its answers, are its own:
    /// unknown origin 404, no trusted signature 403, old size above the new one 400, not the size that it knows 409,
    /// a proof that does not hold 422.
    public init(text: String) throws(NoteFault) {
        var lines = LineReader(try NoteText.bytes(text)[...])
        let old = try lines.number("old")
        let proof = try lines.proof()
        let checkpoint = try SignedNote(bytes: lines.rest)
        _ = try Checkpoint(body: checkpoint.body)
        self.init(old: old, proof: proof, checkpoint: checkpoint)
    }

    /// The request's body: for one that was read, exactly what was read.
    public var text: String {
        "old \(old)\n" + proof.map { $0.base64 + "\n" }.joined() + "\n" + checkpoint.text
    }
}
