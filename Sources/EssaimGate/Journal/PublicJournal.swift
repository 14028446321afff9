import EssaimDomain
import EssaimWorkflow
import TransparencyLog

// What anyone may fetch of the journal: the signed head, and the tiles. Commitments only: no table but the tree's is read.

extension Grant where P == Anyone {
    /// The last signed checkpoint; nil before the first.
    public func journalCheckpoint() async throws -> String? {
        try await house.store.read { try $0.journalHead()?.checkpoint }
    }

    /// The bytes of a tile or a bundle; nil for what is not in the signed tree.
    /// - Parameter path: `tile/<L>/<N>[.p/<W>]` or `tile/entries/<N>[.p/<W>]`.
    public func journalTile(_ path: String) async throws -> (bytes: [UInt8], isFull: Bool)? {
        guard let path = TilePath(path) else { return nil }
        let bytes = try await house.store.read { store -> [UInt8]? in
            guard let tiles = try JournalTiles(store), path.isWithin(tiles.head.signedSize) else { return nil }
            return try tiles.bytes(path)
        }
        return bytes.map { ($0, path.width == 256) }
    }
}

extension Grant where P == Anyone {
    /// Another journal's head, to be held here.
    public func hold(_ text: String) async throws -> JournalWitness.Answer { try await house.witness.hold(text) }

    /// What a report's code says, when a key of this journal signed it; nil when it is no code of ours.
    public func receipt(_ code: String) async throws -> ReceiptCode? {
        guard let code = ReceiptCode(text: code) else { return nil }
        let keys = try await house.store.read { try $0.journalKeys() }.compactMap { VerifierKey(text: $0.verifier) }
        return code.isAuthentic(keys) ? code : nil
    }
}

extension TilePath {
    /// Whether every hash or entry of it is of a log of that size.
    func isWithin(_ size: Int) -> Bool {
        let level =
            switch kind {
            case .hashes(let level): level
            case .entries: 0
            }
        // Before any product: a path may name a number up to 2^62.
        guard level < 7, number < 1 << 40 else { return false }
        return number * 256 + width <= size >> (8 * level)
    }
}
