/// What a JPEG file says of its picture (ISO 10918-1, Annex B), read up to the first scan. Nothing is decoded, and every
/// length is checked against the file.
struct JPEGHeader: Equatable {
    /// Pixels as stored, before the picture is turned upright; from 1 to 65,535.
    private(set) var width = 0
    private(set) var height = 0
    /// 1 for grey, 3 for colour.
    private(set) var components = 0
    private(set) var orientation = ImageOrientation.upright

    init(_ bytes: [UInt8]) throws(JPEGFault) {
        guard bytes.starts(with: [0xFF, 0xD8]) else { throw .cut }
        var index = 2
        while true {
            let marker = try Self.marker(bytes, &index)
            if marker == 0xDA { break }
            // Markers without a length stand inside of a scan only; 00 and FF are no markers.
            guard marker >= 0xC0, !(0xD0...0xD9).contains(marker) else { throw .damaged }
            guard index + 2 <= bytes.count else { throw .cut }
            let length = Int(bytes[index]) << 8 | Int(bytes[index + 1])
            guard length >= 2 else { throw .damaged }
            guard index + length <= bytes.count else { throw .cut }
            let payload = bytes[index + 2..<index + length]
            switch marker {
            case 0xC0...0xC2: try readFrame(Array(payload))
            case 0xC3, 0xC5...0xCF: throw .coding(marker)
            case 0xE1: if let turned = ImageOrientation(exif: Array(payload)) { orientation = turned }
            default: break
            }
            index += length
        }
        guard width > 0 else { throw .damaged }
    }

    /// Pixels as seen.
    var size: (width: Int, height: Int) { orientation.isSideways ? (height, width) : (width, height) }

    /// Reads `FF`, any fill bytes, and the marker.
    private static func marker(_ bytes: [UInt8], _ index: inout Int) throws(JPEGFault) -> UInt8 {
        guard index < bytes.count else { throw .cut }
        guard bytes[index] == 0xFF else { throw .damaged }
        while index < bytes.count, bytes[index] == 0xFF { index += 1 }
        guard index < bytes.count else { throw .cut }
        defer { index += 1 }
        return bytes[index]
    }

    /// Frame header, B.2.2: precision, height, width, components. A height that comes later (DNL) is not taken.
    private mutating func readFrame(_ header: [UInt8]) throws(JPEGFault) {
        guard width == 0, header.count >= 6, header.count == 6 + 3 * Int(header[5]) else { throw .damaged }
        guard header[0] == 8 else { throw .precision(Int(header[0])) }
        guard header[5] == 1 || header[5] == 3 else { throw .components(Int(header[5])) }
        height = Int(header[1]) << 8 | Int(header[2])
        width = Int(header[3]) << 8 | Int(header[4])
        components = Int(header[5])
        guard width > 0, height > 0 else { throw .damaged }
    }
}
