/// Bytes that come piece by piece, read once and by one reader: a body being received, a file being opened. Nobody holds
/// the whole.
public struct ByteStream: AsyncSequence, Sendable {
    public typealias Element = [UInt8]
    public typealias Failure = any Error

    private let next: @Sendable () async throws -> [UInt8]?

    /// - Parameter next: the following piece, not empty; nil at the end, and from then on.
    public init(_ next: @escaping @Sendable () async throws -> [UInt8]?) {
        self.next = next
    }

    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let following: @Sendable () async throws -> [UInt8]?
        public mutating func next() async throws -> [UInt8]? { try await following() }
    }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(following: next) }

    /// What is left of it, at most `limit` bytes.
    /// - Throws: `TooLong` past the limit.
    public func gathered(upTo limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in self {
            guard bytes.count + piece.count <= limit else { throw TooLong(limit: limit) }
            bytes.append(contentsOf: piece)
        }
        return bytes
    }

    public struct TooLong: Error, Sendable, Equatable {
        public let limit: Int
    }
}

extension ByteStream {
    /// Bytes at hand, in pieces of at most `size`.
    public init(_ bytes: [UInt8], pieces size: Int = 64 << 10) {
        let rest = Rest(bytes[...])
        self.init { await rest.take(size) }
    }

    private actor Rest {
        private var bytes: ArraySlice<UInt8>
        init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

        func take(_ size: Int) -> [UInt8]? {
            guard !bytes.isEmpty else { return nil }
            let piece = Array(bytes.prefix(size))
            bytes = bytes.dropFirst(size)
            return piece
        }
    }
}
