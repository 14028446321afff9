/// A JPEG photo of 8 × 8 pixels, with as many segments as a test asks for.
struct JPEGSample {
    /// Segments to stand after SOI, each whole with its marker and length.
    var segments: [[UInt8]] = [jfif]
    /// What follows EOI.
    var trailer: [UInt8] = []

    var bytes: [UInt8] { [0xFF, 0xD8] + segments.joined() + Self.picture + [0xFF, 0xD9] + trailer }

    static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
        let length = payload.count + 2
        return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + payload
    }

    static func segment(_ marker: UInt8, _ text: String) -> [UInt8] { segment(marker, Array(text.utf8)) }

    static let jfif = segment(0xE0, hex("4a46494600 0101 00 0001 0001 00 00"))
    static let icc = segment(0xE2, Array("ICC_PROFILE\0\u{1}\u{1}a colour profile".utf8))
    static let adobe = segment(0xEE, Array("Adobe\0\u{64}\0\0\0\0\u{1}".utf8))

    /// An EXIF segment as a telephone writes it: turned, dated, placed, with a maker's note.
    static func exif(orientation: UInt16 = 6, bigEndian: Bool = true) -> [UInt8] {
        var tiff = TIFFSample(bigEndian: bigEndian)
        tiff.main = [
            .text(0x010F, "SECRET-MAKER"), .short(0x0112, orientation), .directory(0x8769), .directory(0x8825),
        ]
        tiff.exif = [
            .text(0x9003, "2026:03:14 09:05:00"), .text(0x9011, "+01:00"), .text(0x927C, "SECRET-NOTE"),
        ]
        tiff.gps = [.text(0x0001, "N"), .text(0x001B, "SECRET-48.39N-4.48W"), .text(0x001D, "2026:03:14")]
        return segment(0xE1, Array("Exif\0\0".utf8) + tiff.bytes)
    }

    /// Everything that must not stay, each piece marked.
    static let loaded = JPEGSample(
        segments: [
            segment(0xE0, hex("4a46494600 0101 00 0001 0001 01 01") + Array("SEC".utf8)),
            exif(),
            segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRET-XMP</x:xmpmeta>"),
            icc,
            segment(0xE2, "MPF\0SECRET-MPF"),
            segment(0xE3, "SECRET-APP3"),
            segment(0xED, "Photoshop 3.0\0SECRET-IPTC"),
            adobe,
            segment(0xEF, "SECRET-APP15"),
            segment(0xFE, "SECRET-COMMENT"),
        ], trailer: Array("SECRET-TRAILER".utf8))

    /// From DQT to the last entropy-coded byte, made by libjpeg at quality 30.
    static let picture = hex(
        """
        ffdb0043001b12141714111b1716171e1c1b2028422b28252528513a3d3042605565645f555d5b6a7899816a7190735b5d85b586
        909ea3abadab6780bcc9baa6c799a8aba4ffdb0043011c1e1e2823284e2b2b4ea46e5d6ea4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4
        a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4ffc000110800080008030111000211010311
        01ffc40014000100000000000000000000000000000005ffc400161000030000000000000000000000000000001361ffc4001401
        0100000000000000000000000000000004ffc400161100030000000000000000000000000000001461ffda000c03010002110311
        003f0025d462107bb4
        """)
}

/// Bytes written in hexadecimal; white space is for the eye.
func hex(_ text: String) -> [UInt8] {
    let digits = text.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}
