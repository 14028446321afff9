/// A signature under a note: who says to have signed, and the bytes.
///
/// Source: c2sp.org/signed-note. It proves nothing until ``VerifierKey/verifies(_:of:)`` has said so.
public struct NoteSignature: Sendable, Hashable {
    /// The key's name.
    public let name: String
    /// The key's four-byte id.
    public let id: UInt32
    /// What the key made, without the id: 64 bytes for Ed25519, 72 for a cosignature.
    public let bytes: [UInt8]

    public init(name: String, id: UInt32, bytes: [UInt8]) {
        self.name = name
        self.id = id
        self.bytes = bytes
    }

    /// The same name byte for byte, the same id, the same bytes.
    public static func == (left: Self, right: Self) -> Bool {
        left.id == right.id && left.bytes == right.bytes && NoteText.same(left.name, right.name)
    }
}

extension NoteSignature {
    /// What a signature line begins with: an em dash and a space.
    private static let dash = "\u{2014} "

    /// The signature that a line holds, read without its line feed: `— name base64`. Witnesses answer with such lines.
    public init(line: String) throws(NoteFault) {
        try self.init(line: NoteText.bytes(line)[...])
    }

    init(line: ArraySlice<UInt8>) throws(NoteFault) {
        guard let rest = line.dropping(Self.dash), let space = rest.firstIndex(of: UInt8(ascii: " ")),
            let name = String(validating: rest[..<space], as: UTF8.self), KeyIdentity.isValid(name),
            let bytes = StrictBase64.bytes(of: rest[(space + 1)...]), bytes.count > 4
        else { throw .signatureLine }
        let id = bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        self.init(name: name, id: id, bytes: Array(bytes.dropFirst(4)))
    }

    /// The line, without its line feed.
    public var line: String {
        let head = (0..<4).map { UInt8(truncatingIfNeeded: id >> (24 - 8 * $0)) }
        return Self.dash + name + " " + StrictBase64.text(of: head + bytes)
    }
}
