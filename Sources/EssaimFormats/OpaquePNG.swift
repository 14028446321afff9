import CZlib

/// A PNG picture whose pixels a PDF takes as they stand (ISO 32000-1, 7.4.4: `FlateDecode` with PNG predictors): at most
/// 8 bits a sample, not interlaced, without transparency (PDF/A-1 has none: ISO 19005-1, 6.4). Looked at once, when a
/// network is applied: what it holds is whole.
public struct OpaquePNG: Sendable, Equatable {
    /// Pixels, from 1 to `mostPixels` a side.
    public let width: Int
    public let height: Int
    /// 1, 2, 4 or 8.
    public let depth: Int
    /// Red, green and blue of each entry; nil for grey and for plain colour.
    public let palette: [UInt8]?
    /// Samples a pixel: 1 for grey and for an entry of the palette, 3 for colour.
    public let samples: Int
    /// The rows, each after its filter's number, packed by zlib.
    public let packed: [UInt8]

    public static let mostPixels = 2_000

    public enum Fault: Error, Equatable {
        case unreadable, transparent, interlaced, deep, large
    }

    public init(_ bytes: [UInt8]) throws(Fault) {
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { throw .unreadable }
        let file: PNGChunks
        do { file = try PNGChunks(bytes) } catch { throw .unreadable }
        guard let first = file.chunks.first else { throw .unreadable }
        let header = Array(bytes[first.data])
        let colourType = header[9]
        guard colourType != 4, colourType != 6, !file.chunks.contains(where: { $0.type == "tRNS" }) else {
            throw .transparent
        }
        guard header[12] == 0 else { throw .interlaced }
        guard header[8] <= 8 else { throw .deep }
        guard max(file.width, file.height) <= Self.mostPixels else { throw .large }
        width = file.width
        height = file.height
        depth = Int(header[8])
        samples = colourType == 2 ? 3 : 1
        palette = colourType == 3 ? file.chunks.first { $0.type == "PLTE" }.map { Array(bytes[$0.data]) } : nil
        packed = file.chunks.filter { $0.type == "IDAT" }.flatMap { bytes[$0.data] }
        guard isWhole else { throw .unreadable }
    }

    /// All rows are there, none more, each under a filter that exists (PNG, third edition, §9).
    private var isWhole: Bool {
        let row = 1 + (width * samples * depth + 7) / 8
        var rows = [UInt8](repeating: 0, count: row * height)
        var count = uLong(rows.count)
        guard uncompress(&rows, &count, packed, uLong(packed.count)) == Z_OK, count == rows.count else { return false }
        return stride(from: 0, to: rows.count, by: row).allSatisfy { rows[$0] <= 4 }
    }
}
