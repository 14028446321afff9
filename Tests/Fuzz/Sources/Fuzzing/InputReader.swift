/// Decisions taken from a fuzzer's input, byte after byte. When it has run out every decision is 0: any input is a case.
public struct InputReader {
    private var rest: ArraySlice<UInt8>

    public init(_ bytes: [UInt8]) { rest = bytes[...] }

    public var isEmpty: Bool { rest.isEmpty }

    public mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

    /// Two bytes, the high one first.
    public mutating func number() -> Int { Int(byte()) << 8 | Int(byte()) }

    /// At most so many bytes.
    public mutating func bytes(_ count: Int) -> [UInt8] {
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    /// All that is left.
    public mutating func remainder() -> [UInt8] { bytes(rest.count) }

    /// Bytes cut in pieces of 1 to 64 where the next decisions say; whole once they have run out.
    public mutating func pieces(of bytes: [UInt8]) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var start = 0
        while start < bytes.count {
            let end = isEmpty ? bytes.count : min(bytes.count, start + 1 + Int(byte() & 63))
            pieces.append(Array(bytes[start..<end]))
            start = end
        }
        return pieces
    }
}
