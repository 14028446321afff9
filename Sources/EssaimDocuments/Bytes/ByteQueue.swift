/// Bytes on their way to a sink, in pieces: small ones are joined, a large one is passed on as it is, never copied.
struct ByteQueue {
    /// From this size on, a piece stands alone.
    private static let large = 65_536

    /// All bytes that ever entered, gone or not: the place of the next one in the file.
    private(set) var total: Int
    private var pieces: [[UInt8]] = []
    private var small: [UInt8] = []

    /// - Parameter total: the bytes before the first one.
    init(startingAt total: Int = 0) { self.total = total }

    mutating func append(_ bytes: [UInt8]) {
        total += bytes.count
        guard bytes.count >= Self.large else {
            small += bytes
            return
        }
        closeSmall()
        pieces.append(bytes)
    }

    /// What waits, in order. It is forgotten here.
    mutating func take() -> [[UInt8]] {
        closeSmall()
        defer { pieces = [] }
        return pieces
    }

    private mutating func closeSmall() {
        guard !small.isEmpty else { return }
        pieces.append(small)
        small = []
    }
}
