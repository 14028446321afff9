@testable import EssaimFormats

/// A PNG image of 3 × 2 grey pixels, with as many chunks as a test asks for.
struct PNGSample {
    var chunks: [[UInt8]] = [header(), pixels, end]
    var trailer: [UInt8] = []

    var bytes: [UInt8] { Self.signature + chunks.joined() + trailer }

    static let signature = hex("89504e470d0a1a0a")
    static let end = chunk("IEND", [])
    static let pixels = chunk("IDAT", hex("08d763342b60606060606260606060600000082800aa"))

    static func header(width: Int = 3, height: Int = 2, format: [UInt8] = [16, 0, 0, 0, 0]) -> [UInt8] {
        chunk("IHDR", number(width) + number(height) + format)
    }

    static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        return number(data.count) + body + number(Int(CRC32.of(body[...])))
    }

    static func chunk(_ type: String, _ text: String) -> [UInt8] { chunk(type, Array(text.utf8)) }

    /// With everything that must not stay, marked, and what must.
    static let loaded = PNGSample(
        chunks: [
            header(), chunk("gAMA", [0, 0, 0xB1, 0x8F]), chunk("iCCP", "profil\0\0zz"),
            chunk("tEXt", "Author\0SECRET-NAME"),
            chunk("eXIf", exif), chunk("pHYs", [0, 0, 0, 1, 0, 0, 0, 1, 0]), chunk("tIME", [7, 0xEA, 3, 14, 9, 5, 0]),
            chunk("prVt", "SECRET-PRIVATE"), pixels, chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0SECRET-XMP"), end,
        ], trailer: Array("SECRET-TRAILER".utf8))

    private static let exif: [UInt8] = {
        var tiff = TIFFSample()
        tiff.main = [.text(0x010F, "SECRET-MAKER"), .directory(0x8769)]
        tiff.exif = [.text(0x9003, "2026:03:14 09:05:00")]
        return tiff.bytes
    }()

    private static func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
