import EssaimDomain
import TransparencyLog

/// The journal's tree as it is kept: one row, which every server changes over the size it read.
public struct JournalHead: Sendable, Equatable {
    /// How many entries are numbered, and the partial tile of each level.
    public var edge: TreeEdge
    /// The entries after the last full bundle, as a bundle.
    public var bundle: [UInt8]
    /// The server that numbers for now, and until when it is left to it. It only saves work.
    public var keeper: String?
    public var keptUntil: Instant?
    /// How many entries the last signed checkpoint covers, and the checkpoint as a signed note.
    public var signedSize: Int
    public var checkpoint: String?

    public init(
        edge: TreeEdge = TreeEdge(), bundle: [UInt8] = [], keeper: String? = nil, keptUntil: Instant? = nil,
        signedSize: Int = 0, checkpoint: String? = nil
    ) {
        self.edge = edge
        self.bundle = bundle
        self.keeper = keeper
        self.keptUntil = keptUntil
        self.signedSize = signedSize
        self.checkpoint = checkpoint
    }
}

/// An entry of the history as the journal needs it: nothing of whom or what it is about.
public struct WaitingLeaf: Sendable, Equatable {
    public let entry: Identifier<HistoryEntry>
    public let at: Instant
    public let commitment: [UInt8]

    public init(entry: Identifier<HistoryEntry>, at: Instant, commitment: [UInt8]) {
        self.entry = entry
        self.at = at
        self.commitment = commitment
    }
}

/// A key that signs, or signed, from a size on.
public struct JournalKey: Sendable, Equatable {
    /// From 1, in the order of their use.
    public let position: Int
    /// As a note's verifier is written: `<name>+<id>+<key>`.
    public let verifier: String
    /// The size of the journal when it took over.
    public let since: Int
    /// A checkpoint signed by this key and the one before it; none for the first.
    public let handover: String?

    public init(position: Int, verifier: String, since: Int, handover: String?) {
        self.position = position
        self.verifier = verifier
        self.since = since
        self.handover = handover
    }
}

/// What an outside holder was given last.
public struct JournalHolding: Sendable, Equatable {
    public let holder: String
    public let size: Int
    public let at: Instant
    /// What was wrong, in words; nil when it agreed.
    public let answer: String?

    public init(holder: String, size: Int, at: Instant, answer: String?) {
        self.holder = holder
        self.size = size
        self.at = at
        self.answer = answer
    }
}

/// Another log's head, held for it: what it must never contradict.
public struct HeldCheckpoint: Sendable, Equatable {
    public let origin: String
    public let size: Int
    public let root: MerkleHash
    public let checkpoint: String
    public let at: Instant

    public init(origin: String, size: Int, root: MerkleHash, checkpoint: String, at: Instant) {
        self.origin = origin
        self.size = size
        self.root = root
        self.checkpoint = checkpoint
        self.at = at
    }
}

public protocol JournalReading {
    /// Nil before the first entry was numbered.
    func journalHead() throws -> JournalHead?
    /// Committed and not yet numbered, oldest first.
    func waitingLeaves(limit: Int) throws -> [WaitingLeaf]
    /// A full tile: 256 hashes.
    func journalTile(level: Int, number: Int) throws -> [UInt8]?
    /// A full bundle: 256 entries.
    func journalBundle(_ number: Int) throws -> [UInt8]?
    func journalKeys() throws -> [JournalKey]
    func holdings() throws -> [JournalHolding]
    func heldCheckpoint(of origin: String) throws -> HeldCheckpoint?
}

public protocol JournalWriting {
    /// Makes the head's row where there is none.
    func foundJournal() throws
    func number(_ entry: Identifier<HistoryEntry>, as leaf: Int) throws
    func keepTile(level: Int, number: Int, _ bytes: [UInt8]) throws
    func keepBundle(_ number: Int, _ bytes: [UInt8]) throws
    /// Replaces edge, bundle and keeper over the size that was read; false when another server was quicker.
    func advance(to head: JournalHead, over size: Int) throws -> Bool
    /// Keeps a signed checkpoint over the one that was read; false when another server was quicker.
    func keepCheckpoint(_ note: String, size: Int, over signedSize: Int) throws -> Bool
    func insert(_ key: JournalKey) throws
    func keep(_ holding: JournalHolding) throws
    func keep(_ held: HeldCheckpoint) throws
}
