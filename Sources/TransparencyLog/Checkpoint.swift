/// What a log signs: its name, its size, its root.
///
/// Source: c2sp.org/tlog-checkpoint.
public struct Checkpoint: Sendable, Equatable {
    /// Which log: the first line, something without a control character.
    public let origin: String
    /// How many entries.
    public let size: Int
    /// The root of the tree with that size.
    public let root: MerkleHash
    /// Further lines, none of them empty; usually there are none.
    public let extensions: [String]

    /// How many extension lines a checkpoint may carry.
    public static let mostExtensions = 100

    /// A checkpoint. The caller sees to it that the size is 0 to 2^62, and that origin and extensions are lines:
    /// something, without a control character.
    public init(origin: String, size: Int, root: MerkleHash, extensions: [String] = []) {
        precondition((0...TreeSize.largest).contains(size), "A checkpoint's size is 0 to 2^62")
        precondition(NoteText.isLine(origin) && extensions.allSatisfy(NoteText.isLine), "Each is a line of its own")
        precondition(extensions.count <= Self.mostExtensions, "A checkpoint has at most 100 extension lines")
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// Reads the text of a note.
    public init(body: String) throws(NoteFault) {
        var lines = LineReader(try NoteText.bytes(body)[...])
        let first = try lines.line()
        guard !first.isEmpty else { throw .origin }
        guard let size = CanonicalDecimal.number(try lines.line()) else { throw .number }
        guard let root = MerkleHash(base64: try lines.line()) else { throw .hash }
        var extensions: [String] = []
        while !lines.isAtEnd {
            let line = try lines.line()
            guard !line.isEmpty, extensions.count < Self.mostExtensions else { throw .extensionLine }
            extensions.append(try NoteText.text(line))
        }
        self.init(origin: try NoteText.text(first), size: size, root: root, extensions: extensions)
    }

    /// The text of the note, to be signed: for one that was read, exactly what was read.
    public var body: String {
        ([origin, String(size), root.base64] + extensions).map { $0 + "\n" }.joined()
    }

    /// The same text byte for byte.
    public static func == (left: Self, right: Self) -> Bool {
        NoteText.same(left.body, right.body)
    }
}
