import EssaimWorkflow

/// A line that breaks.
struct LineCut: Error, Equatable {}

/// Bytes as they come over a line, piece by piece.
actor Line {
    private var rest: ArraySlice<UInt8>
    private let size: Int

    init(_ bytes: [UInt8], pieces size: Int) {
        rest = bytes[...]
        self.size = size
    }

    /// Nil at the end.
    func next() -> [UInt8]? {
        guard !rest.isEmpty else { return nil }
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
    }
}

extension ByteStream {
    /// Some bytes, then the line breaks.
    static func breaking(after bytes: [UInt8], pieces size: Int = 10_000) -> ByteStream {
        let line = Line(bytes, pieces: size)
        return ByteStream {
            guard let piece = await line.next() else { throw LineCut() }
            return piece
        }
    }
}
