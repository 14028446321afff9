import Fuzzing

/// What an upload has to be, without a file: what was acknowledged, and which bytes these were.
struct ModelUpload {
    static let chunk = 65_536

    private(set) var bytes: [UInt8] = []
    private(set) var isWhole = false

    /// Where the next bytes must begin.
    var offset: Int { bytes.count }

    /// How many bytes the vault keeps of `sent`, when it ends well.
    func kept(of sent: Int, total: Int) -> Int {
        let end = offset + sent
        return end == total ? sent : end / Self.chunk * Self.chunk - offset
    }

    /// A whole upload has one length; chunks that are not the last announce more.
    func isTooLong(for total: Int, _ sent: Int) -> Bool {
        offset + sent > total || (isWhole ? offset != total : offset > 0 && offset >= total)
    }

    /// The vault says that it stands there after `sent` came, of which it may have kept any whole chunks.
    mutating func stands(at count: Int, after sent: [UInt8], isWhole: Bool) {
        require(count >= offset, "acknowledged bytes are gone")
        require(count <= offset + sent.count, "bytes that nobody sent")
        require(isWhole || count % Self.chunk == 0, "half a chunk before the end")
        bytes += sent.prefix(count - offset)
        self.isWhole = isWhole
    }

    mutating func drop() { self = ModelUpload() }
}
