/// A JPEG file of one colour a block of 8 × 8 pixels, made here so that a test knows what it holds: Huffman coding with
/// codes of four bits for the differences of the means, and no detail.
struct JPEGSample {
    var width: Int
    var height: Int
    /// 1 grey, 3 YCbCr, 4 CMYK.
    var components = 3
    var isProgressive = false
    var precision: UInt8 = 8
    /// EXIF orientation, in a segment of its own; none leaves it out.
    var orientation: UInt8?
    var isBigEndian = true
    /// Bytes of comment after the header, so that a file is as large as a photograph.
    var padding = 0
    /// A mean of 0 to 255 for a component of the block at (column, row), each from 0 to 1.
    var mean: (_ component: Int, _ column: Double, _ row: Double) -> Int = Self.lesion

    var bytes: [UInt8] {
        var file: [UInt8] = [0xFF, 0xD8]
        if let orientation { file += Self.segment(0xE1, exif(orientation)) }
        for first in stride(from: 0, to: padding, by: 60_000) {
            file += Self.segment(0xFE, [UInt8](repeating: 0x2E, count: min(60_000, padding - first)))
        }
        // A step of eight makes a block's coefficient its mean, from the middle.
        file += Self.segment(0xDB, [0] + [UInt8](repeating: 8, count: 64))
        let parts: [UInt8] = (1...components).flatMap { part -> [UInt8] in [UInt8(part), 0x11, 0] }
        let size = [height >> 8, height & 255, width >> 8, width & 255, components].map { UInt8($0) }
        file += Self.segment(isProgressive ? 0xC2 : 0xC0, [precision] + size + parts)
        let sizes = [UInt8](0..<12)
        file += Self.segment(0xC4, [0, 0, 0, 0, 12] + [UInt8](repeating: 0, count: 12) + sizes)
        if !isProgressive { file += Self.segment(0xC4, [0x10, 1] + [UInt8](repeating: 0, count: 15) + [0]) }
        let scan: [UInt8] = (1...components).flatMap { part -> [UInt8] in [UInt8(part), 0] }
        file += Self.segment(0xDA, [UInt8(components)] + scan + [0, isProgressive ? 0 : 63, 0])
        return file + entropyCoded + [0xFF, 0xD9]
    }

    private var entropyCoded: [UInt8] {
        var bits = Bits()
        var last = [Int](repeating: 128, count: components)
        let (columns, rows) = ((width + 7) / 8, (height + 7) / 8)
        for row in 0..<rows {
            for column in 0..<columns {
                for component in 0..<components {
                    let (x, y) = ((Double(column) + 0.5) / Double(columns), (Double(row) + 0.5) / Double(rows))
                    let value = min(max(mean(component, x, y), 0), 255)
                    bits.appendDifference(value - last[component])
                    last[component] = value
                    // The end of the block, in the one code of the second table.
                    if !isProgressive { bits.append(0, 1) }
                }
            }
        }
        return bits.stuffed
    }

    private func exif(_ orientation: UInt8) -> [UInt8] {
        let words: [(Int, Int)] = [
            (42, 2), (8, 4), (1, 2), (0x0112, 2), (3, 2), (1, 4), (Int(orientation), 2), (0, 2), (0, 4),
        ]
        let body: [UInt8] = words.flatMap { value, count -> [UInt8] in
            let little = (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
            return isBigEndian ? Array(little.reversed()) : little
        }
        return Array("Exif\0\0".utf8) + Array((isBigEndian ? "MM" : "II").utf8) + body
    }

    static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
        [0xFF, marker, UInt8((payload.count + 2) >> 8), UInt8((payload.count + 2) & 255)] + payload
    }

    /// Skin with a dark spot a little above the middle, lighter towards the upper left corner.
    static func lesion(_ component: Int, _ column: Double, _ row: Double) -> Int {
        let (x, y) = (column - 0.48, row - 0.44)
        let isSpot = x * x + y * y < 0.03 + 0.012 * (x - y)
        switch component {
        case 0: return isSpot ? 78 + Int(60 * (x * x + y * y) / 0.03) : 205 - Int(45 * (column + row) / 2)
        case 1: return isSpot ? 122 : 112
        default: return isSpot ? 140 : 152
        }
    }

    /// A sheet with lines of grey.
    static func letter(_ component: Int, _ column: Double, _ row: Double) -> Int {
        guard component == 0 else { return 128 }
        let isLine = (0.12...0.85).contains(column) && (0.1...0.8).contains(row) && Int(row * 60) % 2 == 0
        return isLine ? 150 : 250
    }

    /// 200 and 150 above, 100 and 50 below: what tells the eight ways to hold a picture apart.
    static func quarters(_ component: Int, _ column: Double, _ row: Double) -> Int {
        component > 0 ? 128 : row < 0.5 ? (column < 0.5 ? 200 : 150) : (column < 0.5 ? 100 : 50)
    }
}

/// Bits, the highest first, with the zero that a JPEG scan has after each FF.
private struct Bits {
    private var bytes: [UInt8] = []
    private var pending = 0
    private var count = 0

    mutating func append(_ value: Int, _ length: Int) {
        for place in (0..<length).reversed() {
            pending = pending << 1 | value >> place & 1
            count += 1
            guard count == 8 else { continue }
            bytes.append(UInt8(pending))
            if pending == 0xFF { bytes.append(0) }
            (pending, count) = (0, 0)
        }
    }

    /// The size of the difference in four bits, then its own (ISO 10918-1, F.1.2.1).
    mutating func appendDifference(_ value: Int) {
        let size = Int.bitWidth - abs(value).leadingZeroBitCount
        append(size, 4)
        append(value < 0 ? value + (1 << size) - 1 : value, size)
    }

    var stuffed: [UInt8] {
        var copy = self
        while copy.count != 0 { copy.append(1, 1) }
        return copy.bytes
    }
}
