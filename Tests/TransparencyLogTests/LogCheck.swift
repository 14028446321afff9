import TransparencyLog

/// A verifier of a whole log, written with the room's interface as an auditor would: nothing is believed but the keys.
struct LogCheck {
    let keys: [VerifierKey]

    /// Whether the files are exactly those of one log that the keys have signed.
    func accepts(_ files: [String: [UInt8]]) -> Bool {
        guard let note = try? SignedNote(bytes: files["checkpoint"] ?? []), keys.allSatisfy(note.isSigned),
            let head = try? Checkpoint(body: note.body), head.origin == keys.first?.name,
            head.size <= files.values.reduce(0, { $0 + $1.count }),
            files.count == 1 + TilePath.all(ofSize: head.size).count
        else { return false }
        var edge = TreeEdge()
        var tiles: [String: [UInt8]] = [:]
        for path in TilePath.all(ofSize: head.size) where path.kind == .entries {
            guard let entries = files[path.text].flatMap(EntryBundle.entries), entries.count == path.width else {
                return false
            }
            for entry in entries {
                for tile in edge.append(.leaf(entry)) { tiles[tile.path.text] = tile.bytes }
            }
        }
        guard edge.root == head.root else { return false }
        return TilePath.all(ofSize: head.size).allSatisfy { path in
            guard case .hashes(let level) = path.kind else { return true }
            let expected = path.width == 256 ? tiles[path.text] : MerkleHash.bytes(of: edge.hashes(ofLevel: level))
            return files[path.text] == expected
        }
    }
}
