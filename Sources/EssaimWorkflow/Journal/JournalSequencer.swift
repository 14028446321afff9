import EssaimDomain
import TransparencyLog

/// Numbers what has been committed and is not numbered yet, in batches, apart from writing: commits never queue for the
/// head of the tree, and what commits late is numbered later.
///
/// Leaves, tiles and head change in one transaction over the size that was read, so two servers at once, or a crash
/// anywhere, leave no double and no gap. That one server does it for a while only saves the others' work.
public struct JournalSequencer: Sendable {
    let store: any Store
    let clock: any WallClock
    /// This server among those over the same data.
    let name: String

    /// Entries a transaction: short enough that the commands beside it hardly wait.
    public static let batch = 512
    /// For how long the others leave it to the one that numbered last.
    static let keeping = Duration.seconds(3)

    public init(store: any Store, clock: any WallClock, name: String) {
        self.store = store
        self.clock = clock
        self.name = name
    }

    /// Another server moved the head first: nothing of the batch happened.
    struct Overtaken: Error {}

    /// Numbers one batch; how many entries it held.
    public func numberOnce() async throws -> Int {
        let (name, now) = (name, clock.now())
        let isWanted = try await store.read { reader in
            try !reader.waitingLeaves(limit: 1).isEmpty && Self.isFree(reader.journalHead(), for: name, at: now)
        }
        guard isWanted else { return 0 }
        do {
            return try await store.advance { tx in try Self.number(tx, by: name, at: now) }
        } catch is Overtaken {
            return 0
        }
    }

    /// Numbers until nothing waits.
    public func numberAll() async throws -> Int {
        var total = 0
        while !Task.isCancelled {
            let count = try await numberOnce()
            total += count
            if count < Self.batch { break }
        }
        return total
    }

    private static func number(_ tx: any StoreWriter, by name: String, at now: Instant) throws -> Int {
        if try tx.journalHead() == nil { try tx.foundJournal() }
        guard var head = try tx.journalHead(), isFree(head, for: name, at: now) else { return 0 }
        let size = head.edge.size
        let waiting = try tx.waitingLeaves(limit: batch)
        guard !waiting.isEmpty else { return 0 }
        for leaf in waiting {
            let entry = JournalLeaf(at: leaf.at, commitment: leaf.commitment).bytes
            try tx.number(leaf.entry, as: head.edge.size)
            head.bundle += EntryBundle.bytes([entry])
            for tile in head.edge.append(.leaf(entry)) {
                try tx.keepTile(level: tile.level, number: tile.number, tile.bytes)
                if tile.level == 0 {
                    try tx.keepBundle(tile.number, head.bundle)
                    head.bundle = []
                }
            }
        }
        head.keeper = name
        head.keptUntil = now + keeping
        guard try tx.advance(to: head, over: size) else { throw Overtaken() }
        return waiting.count
    }

    private static func isFree(_ head: JournalHead?, for name: String, at now: Instant) -> Bool {
        guard let head, let keeper = head.keeper, let until = head.keptUntil else { return true }
        return keeper == name || until <= now
    }
}
