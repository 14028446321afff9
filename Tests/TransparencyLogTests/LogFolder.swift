import TransparencyLog

/// A log as the files that it serves, and its tiles as a source.
struct LogFolder: TileSource {
    enum Fault: Error { case missing(String) }

    var files: [String: [UInt8]] = [:]

    /// The tiles and bundles of a log with these entries, made by appending one after the other.
    init(entries: [[UInt8]]) {
        var edge = TreeEdge()
        for entry in entries {
            for tile in edge.append(.leaf(entry)) { files[tile.path.text] = tile.bytes }
        }
        for path in TilePath.all(ofSize: entries.count) {
            switch path.kind {
            case .hashes(let level) where path.width < 256:
                files[path.text] = MerkleHash.bytes(of: edge.hashes(ofLevel: level))
            case .hashes: break
            case .entries:
                files[path.text] = EntryBundle.bytes(Array(entries.dropFirst(path.number * 256).prefix(path.width)))
            }
        }
    }

    /// The same with a checkpoint under it.
    init(entries: [[UInt8]], signedBy key: SigningKey, cosignedBy witness: SigningKey? = nil) {
        self.init(entries: entries)
        var edge = TreeEdge()
        for entry in entries { _ = edge.append(.leaf(entry)) }
        let body = Checkpoint(origin: key.verifier.name, size: entries.count, root: edge.root).body
        var note = SignedNote(body: body, signatures: [key.sign(body)])
        if let witness { note.signatures.append(witness.cosign(body, at: 1_795_000_000)) }
        files["checkpoint"] = Array(note.text.utf8)
    }

    func hashes(_ path: TilePath) throws -> [MerkleHash] {
        guard let bytes = files[path.text], let hashes = MerkleHash.list(from: bytes) else {
            throw Fault.missing(path.text)
        }
        return hashes
    }
}
