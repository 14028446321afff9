/// A SHA-256 hash of the tree: 32 bytes held inline, so that a list of them is one block of memory and a hash costs no
/// allocation.
///
/// Source: RFC 6962, section 2.1.
public struct MerkleHash: Sendable, Hashable {
    /// How many bytes a hash has.
    public static let byteCount = 32

    /// The 32 bytes as they stand in memory, eight to a word.
    private var words: (UInt64, UInt64, UInt64, UInt64)

    /// The hash with these bytes; nil unless there are exactly 32.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        words = (0, 0, 0, 0)
        withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
    }

    /// The hash in the first 32 bytes of a buffer, which must hold that many.
    init(unchecked buffer: UnsafeRawBufferPointer) {
        words = buffer.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self)
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        withUnsafeBytes(of: words) { Array($0) }
    }

    /// Writes the 32 bytes into a buffer from an offset on; there must be room.
    func write(to buffer: UnsafeMutableRawBufferPointer, at offset: Int) {
        buffer.storeBytes(of: words, toByteOffset: offset, as: (UInt64, UInt64, UInt64, UInt64).self)
    }

    /// Same bytes.
    public static func == (left: Self, right: Self) -> Bool {
        left.words == right.words
    }

    /// Same bytes, same hash value.
    public func hash(into hasher: inout Hasher) {
        withUnsafeBytes(of: words) { hasher.combine(bytes: $0) }
    }
}

extension MerkleHash {
    /// The hash in standard base64 with its padding: 44 characters.
    public var base64: String { StrictBase64.text(of: bytes) }

    /// The hash that reads so; nil for anything that ``base64`` does not write.
    public init?(base64: String) {
        self.init(base64: Array(base64.utf8)[...])
    }

    /// The same from the bytes of a line.
    init?(base64 line: ArraySlice<UInt8>) {
        guard line.count == 44, let bytes = StrictBase64.bytes(of: line) else { return nil }
        self.init(bytes)
    }
}

extension MerkleHash: CustomStringConvertible {
    /// The base64 form.
    public var description: String { base64 }
}
