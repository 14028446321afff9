/// Takes from a JPEG file all that is not needed to show it. Pixels are not decoded: tables and scans are copied as
/// they are.
///
/// Kept: frame, tables and scans; JFIF without its thumbnail; colour profile (ICC in APP2); Adobe's colour transform
/// (APP14); the orientation, in an EXIF block written anew that holds nothing else. Dropped: everything else (EXIF,
/// GPS, XMP, IPTC, comments, maker notes, second images) and all that follows EOI.
enum JPEGStripper {
    static func strip(_ bytes: [UInt8], _ segments: JPEGSegments, orientation: PhotoOrientation) -> [UInt8] {
        var out: [UInt8] = [0xFF, 0xD8]
        out.reserveCapacity(bytes.count)
        if let density = segments.segments.lazy.compactMap({ jfif(bytes, $0) }).first {
            append(0xE0, density, to: &out)
        }
        if orientation != .upright { append(0xE1, orientation.exif, to: &out) }
        for segment in segments.segments {
            switch segment.marker {
            case 0xE2 where bytes[segment.payload].starts(with: Array("ICC_PROFILE\0".utf8)):
                append(segment.marker, bytes[segment.payload], to: &out)
            case 0xEE where bytes[segment.payload].starts(with: Array("Adobe".utf8)) && segment.payload.count >= 12:
                append(segment.marker, bytes[segment.payload].prefix(12), to: &out)
            case 0xE0...0xEF, 0xFE:
                continue
            default:
                append(segment.marker, bytes[segment.payload], to: &out)
                out += bytes[segment.scan]
            }
        }
        return out + [0xFF, 0xD9]
    }

    /// The EXIF block of the file: the first APP1 that begins so, as browsers have it. What follows `Exif\0\0`.
    static func exif(_ bytes: [UInt8], _ segments: JPEGSegments) -> ArraySlice<UInt8>? {
        let mark: [UInt8] = Array("Exif\0\0".utf8)
        let segment = segments.segments.first { $0.marker == 0xE1 && bytes[$0.payload].starts(with: mark) }
        return segment.map { bytes[$0.payload].dropFirst(mark.count) }
    }

    /// The fourteen bytes of a JFIF header with its thumbnail taken away (it may show what was cropped).
    private static func jfif(_ bytes: [UInt8], _ segment: JPEGSegments.Segment) -> [UInt8]? {
        guard segment.marker == 0xE0, segment.payload.count >= 14,
            bytes[segment.payload].starts(with: Array("JFIF\0".utf8))
        else { return nil }
        return bytes[segment.payload].prefix(12) + [0, 0]
    }

    private static func append(_ marker: UInt8, _ payload: some Collection<UInt8>, to out: inout [UInt8]) {
        let length = payload.count + 2
        out += [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)]
        out += payload
    }
}
