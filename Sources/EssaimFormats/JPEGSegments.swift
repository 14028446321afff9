/// The segments of a JPEG file (ISO 10918-1 Annex B), found without decoding: every length is checked against the file,
/// nothing is skipped over, and the walk ends at EOI.
struct JPEGSegments {
    /// One marker with its content.
    struct Segment {
        /// The byte after `FF`.
        let marker: UInt8
        /// What follows the two length bytes.
        let payload: Range<Int>
        /// For SOS: the entropy-coded bytes that follow, restart markers included. Empty otherwise.
        var scan: Range<Int>
    }

    private(set) var segments: [Segment] = []
    private(set) var width = 0
    private(set) var height = 0

    init(_ bytes: [UInt8]) throws(MediaFault) {
        guard bytes.starts(with: [0xFF, 0xD8]) else { throw .damaged(.jpeg, reason: "no SOI") }
        var index = 2
        while true {
            let marker = try Self.marker(bytes, &index)
            if marker == 0xD9 { break }
            guard Self.isExpected(marker) else { throw .damaged(.jpeg, reason: "unexpected marker") }
            guard index + 2 <= bytes.count else { throw .truncated(.jpeg) }
            let length = Int(bytes[index]) << 8 | Int(bytes[index + 1])
            guard length >= 2 else { throw .damaged(.jpeg, reason: "segment shorter than its length") }
            guard index + length <= bytes.count else { throw .truncated(.jpeg) }
            var segment = Segment(marker: marker, payload: index + 2..<index + length, scan: 0..<0)
            index += length
            if Self.isFrame(marker) { try readFrame(bytes[segment.payload], marker) }
            if marker == 0xDA {
                guard width > 0 else { throw .damaged(.jpeg, reason: "scan before frame") }
                let end = try Self.scanEnd(bytes, from: index)
                guard end > index else { throw .damaged(.jpeg, reason: "empty scan") }
                segment.scan = index..<end
                index = end
            }
            segments.append(segment)
        }
        guard segments.contains(where: { $0.marker == 0xDA }) else { throw .damaged(.jpeg, reason: "no scan") }
    }

    /// Reads `FF`, any fill bytes, and the marker.
    private static func marker(_ bytes: [UInt8], _ index: inout Int) throws(MediaFault) -> UInt8 {
        guard index < bytes.count else { throw .truncated(.jpeg) }
        guard bytes[index] == 0xFF else { throw .damaged(.jpeg, reason: "bytes between segments") }
        while index < bytes.count, bytes[index] == 0xFF { index += 1 }
        guard index < bytes.count else { throw .truncated(.jpeg) }
        defer { index += 1 }
        return bytes[index]
    }

    /// SOF, DHT, SOS, DQT, DNL, DRI, APPn and COM: all have a length. The rest has no place outside a scan, or
    /// announces what we do not take.
    private static func isExpected(_ marker: UInt8) -> Bool {
        switch marker {
        case 0xC0...0xC7, 0xC9...0xCB, 0xCD...0xCF, 0xDA, 0xDB, 0xDC, 0xDD, 0xE0...0xEF, 0xFE: true
        default: false
        }
    }

    /// SOF0 to SOF15; C4 is DHT, C8 reserved, CC arithmetic conditioning.
    private static func isFrame(_ marker: UInt8) -> Bool {
        (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
    }

    /// Frame header, B.2.2: precision, height, width, components. Baseline, extended and progressive Huffman only.
    private mutating func readFrame(_ payload: ArraySlice<UInt8>, _ marker: UInt8) throws(MediaFault) {
        guard width == 0 else { throw .damaged(.jpeg, reason: "two frames") }
        let header = Array(payload)
        guard header.count >= 6, header.count == 6 + 3 * Int(header[5]) else {
            throw .damaged(.jpeg, reason: "frame header of a wrong length")
        }
        guard marker <= 0xC2, header[0] == 8, [1, 3, 4].contains(header[5]) else { throw .rareVariant(.jpeg) }
        height = Int(header[1]) << 8 | Int(header[2])
        width = Int(header[3]) << 8 | Int(header[4])
        guard width > 0, height > 0 else { throw .damaged(.jpeg, reason: "no width or no height") }
    }

    /// Where the entropy-coded bytes end: at a marker that is neither a stuffed `FF 00` nor a restart.
    private static func scanEnd(_ bytes: [UInt8], from start: Int) throws(MediaFault) -> Int {
        var index = start
        while let found = bytes[index...].firstIndex(of: 0xFF) {
            guard found + 1 < bytes.count else { throw .truncated(.jpeg) }
            switch bytes[found + 1] {
            case 0x00, 0xD0...0xD7: index = found + 2
            case 0xFF: index = found + 1
            default: return found
            }
        }
        throw .truncated(.jpeg)
    }
}
