/// The chunks of a PNG file (W3C PNG, third edition, §5), checked without decoding: lengths, CRCs, order, header. The
/// walk ends at IEND.
struct PNGChunks {
    struct Chunk {
        let type: String
        /// The data alone.
        let data: Range<Int>
        /// Length, type, data and CRC: what is copied.
        let whole: Range<Int>
    }

    private(set) var chunks: [Chunk] = []
    let width: Int
    let height: Int

    init(_ bytes: [UInt8]) throws(MediaFault) {
        var index = 8
        while chunks.last?.type != "IEND" {
            let chunk = try Self.chunk(bytes, at: index)
            chunks.append(chunk)
            index = chunk.whole.upperBound
        }
        guard let first = chunks.first, first.type == "IHDR", first.data.count == 13 else {
            throw .damaged(.png, reason: "no header first")
        }
        let header = Array(bytes[first.data])
        width = Self.number(header[0..<4])
        height = Self.number(header[4..<8])
        guard (1...0x7FFF_FFFF).contains(width), (1...0x7FFF_FFFF).contains(height) else {
            throw .damaged(.png, reason: "no width or no height")
        }
        guard Self.depths[header[9]]?.contains(header[8]) == true, header[10] == 0, header[11] == 0, header[12] <= 1
        else {
            throw .damaged(.png, reason: "no such pixel format")
        }
        try PNGOrder.check(chunks, colourType: header[9])
    }

    /// Bit depths by colour type, table 11.1.
    private static let depths: [UInt8: Set<UInt8>] = [
        0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16],
    ]

    private static func chunk(_ bytes: [UInt8], at index: Int) throws(MediaFault) -> Chunk {
        guard index + 12 <= bytes.count else { throw .truncated(.png) }
        let length = number(bytes[index..<index + 4])
        let type = bytes[index + 4..<index + 8]
        guard type.allSatisfy({ (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }), length <= 0x7FFF_FFFF
        else {
            throw .damaged(.png, reason: "no such chunk")
        }
        guard length <= bytes.count - index - 12 else { throw .truncated(.png) }
        let data = index + 8..<index + 8 + length
        let crc = bytes[data.upperBound..<data.upperBound + 4]
        guard number(crc) == Int(CRC32.of(bytes[index + 4..<data.upperBound])) else {
            throw .damaged(.png, reason: "wrong check sum")
        }
        return Chunk(type: String(decoding: type, as: UTF8.self), data: data, whole: index..<data.upperBound + 4)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
