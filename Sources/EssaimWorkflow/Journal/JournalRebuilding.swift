import EssaimDomain
import TransparencyLog

/// The tree built again from the entries as they are stored, compared on its way with the tiles and with every checkpoint
/// that someone signed or holds. A server keeps one and goes on from where it was; at start it begins with nothing.
public struct JournalRebuilding: Sendable {
    /// A root that must be found at a size, and who says so.
    public struct Mark: Sendable, Equatable {
        public let size: Int
        public let root: MerkleHash
        public let holder: String

        public init(size: Int, root: MerkleHash, holder: String) {
            self.size = size
            self.root = root
            self.holder = holder
        }
    }

    public private(set) var edge = TreeEdge()
    private var marks: [Mark]

    public init(marks: [Mark] = []) { self.marks = marks.sorted { $0.size < $1.size } }

    /// Bundles read in one snapshot: short reads, whatever the journal's size.
    static let slice = 64

    /// Goes on to the size of the head that is stored now.
    /// - Returns: that head, whose edge is this one.
    public mutating func catchUp(_ store: any Store) async throws -> JournalHead {
        while true {
            let from = edge.size
            let (head, bundles) = try await store.read { reader in try Self.slice(from: from, reader) }
            try check(head)
            for entries in bundles { try append(entries) }
            for (number, tiles) in pending.sorted(by: { $0.key < $1.key }) {
                try await compare(tiles, level: number, store)
            }
            pending = [:]
            if edge.size == head.edge.size {
                guard edge == head.edge else { throw JournalFault.damaged("la tête du journal n’est pas son bord") }
                return head
            }
        }
    }

    /// Full tiles made since the last comparison, by level.
    private var pending: [Int: [FullTile]] = [:]

    private mutating func append(_ entries: [[UInt8]]) throws {
        for entry in entries {
            guard JournalLeaf(entry) != nil else {
                throw JournalFault.damaged("l’inscription \(edge.size) n’a pas la forme d’une inscription")
            }
            for tile in edge.append(.leaf(entry)) { pending[tile.level, default: []].append(tile) }
            while let mark = marks.first, mark.size <= edge.size {
                marks.removeFirst()
                guard mark.size < edge.size || mark.root == edge.root else {
                    throw JournalFault.forked(size: mark.size, holder: mark.holder)
                }
            }
        }
    }

    private func check(_ head: JournalHead) throws {
        if let beyond = marks.last, beyond.size > head.edge.size {
            throw JournalFault.rolledBack(signed: beyond.size, stored: head.edge.size, holder: beyond.holder)
        }
        guard head.edge.size >= edge.size else {
            throw JournalFault.rolledBack(
                signed: edge.size, stored: head.edge.size, holder: "la mémoire de ce serveur")
        }
    }

    private func compare(_ tiles: [FullTile], level: Int, _ store: any Store) async throws {
        let wrong = try await store.read { reader in
            try tiles.first { try reader.journalTile(level: level, number: $0.number) != $0.bytes }
        }
        if let wrong { throw JournalFault.damaged("la tuile \(wrong.number) du niveau \(level) n’est pas la bonne") }
    }

    /// The head, and the entries after `from`, a slice at most.
    private static func slice(from: Int, _ reader: any StoreReader) throws -> (JournalHead, [[[UInt8]]]) {
        let head = try reader.journalHead() ?? JournalHead()
        let size = head.edge.size
        guard size > from else { return (head, []) }
        var bundles: [[[UInt8]]] = []
        let last = min((size - 1) >> 8, (from >> 8) + slice - 1)
        for number in (from >> 8)...last {
            let isPartial = number == size >> 8
            guard let bytes = isPartial ? head.bundle : try reader.journalBundle(number),
                let entries = EntryBundle.entries(bytes), entries.count == (isPartial ? size & 255 : 256)
            else { throw JournalFault.damaged("le paquet d’inscriptions \(number) manque ou est abîmé") }
            bundles.append(number == from >> 8 ? Array(entries.dropFirst(from & 255)) : entries)
        }
        return (head, bundles)
    }
}
