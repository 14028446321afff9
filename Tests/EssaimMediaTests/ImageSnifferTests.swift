import EssaimMedia
import Testing

@Suite struct `Telling what a file is` {
    @Test func `a JPEG photo says its size, turn and date before it is decoded`() throws {
        let header = try ImageSniffer.inspect(JPEGSample.loaded.bytes, filename: "IMG_1234.JPG")
        #expect(header.kind == .jpeg)
        #expect(header.width == 8 && header.height == 8)
        #expect(header.orientation == .right)
        #expect(header.takenAt?.text == "2026-03-14T09:05:00+01:00")
    }

    @Test func `a PNG image says its size and date`() throws {
        let header = try ImageSniffer.inspect(PNGSample.loaded.bytes, filename: "capture.png")
        #expect(header.kind == .png)
        #expect(header.width == 3 && header.height == 2)
        #expect(header.takenAt?.text == "2026-03-14T09:05:00")
    }

    @Test(
        arguments: [
            ("ffd8ffe0", ContentKind.jpeg), ("89504e470d0a1a0a", .png), ("474946383961", .gif), ("474946383761", .gif),
            ("52494646 00000000 57454250", .webp), ("49492a00", .tiff), ("4d4d002a", .tiff),
            ("00000018 66747970 68656963", .heic),
            ("00000018 66747970 6d696631", .heic), ("00000018 66747970 61766966", .avif),
            ("00000018 66747970 69736f6d", .video),
            ("255044462d312e37", .pdf), ("0a0a255044462d", .pdf), ("504b0304", .zip), ("504b0506", .zip),
            ("d0cf11e0a1b11ae1", .office), ("4d5a9000", .executable), ("7f454c46", .executable),
            ("23212f62696e", .executable),
            ("cffaedfe", .executable), ("424d 00000000 00000000", .bmp),
        ] as [(String, ContentKind)])
    func `a file is known by its first bytes`(_ start: String, _ kind: ContentKind) {
        #expect(ContentKind(sniffing: hex(start)) == kind)
    }

    @Test(arguments: [
        ("<svg xmlns='http://www.w3.org/2000/svg'>", ContentKind.svg), ("<?xml version='1.0'?><svg>", .svg),
        ("\u{FEFF} \n<SVG onload=alert(1)>", .svg), ("<!DOCTYPE html>", .html), ("  <script>alert(1)</script>", .html),
        ("<?xml version='1.0'?><html>", .html), ("<?xml version='1.0'?><ClinicalDocument>", .xml),
    ])
    func `a text that a browser would run is known`(_ text: String, _ kind: ContentKind) {
        #expect(ContentKind(sniffing: Array(text.utf8)) == kind)
    }

    @Test(arguments: ["", "bonjour", "\u{FF}", "FFD8", "GIF8", "RIFFxxxxWAVE"])
    func `what begins like nothing known is nothing known`(_ text: String) {
        #expect(ContentKind(sniffing: Array(text.utf8)) == nil)
    }

    @Test func `a DICOM file is known by its mark after the preamble`() {
        #expect(ContentKind(sniffing: [UInt8](repeating: 0, count: 128) + Array("DICM".utf8)) == .dicom)
    }

    @Test(arguments: ["photo.jpg", "PHOTO.JPEG", "a.b.jpe", "x.jfif", "sans-point", nil])
    func `the name of a JPEG photo agrees or says nothing`(_ name: String?) throws {
        #expect(try ImageSniffer.inspect(JPEGSample().bytes, filename: name).kind == .jpeg)
    }

    @Test(arguments: [
        ("photo.png", "png"), ("photo.jpg.exe", "exe"), ("photo.", ""), ("photo.jpg ", "jpg "), ("photo.html", "html"),
        ("a." + String(repeating: "x", count: 40), String(repeating: "x", count: 16)),
    ])
    func `a name that says another type is refused`(_ name: String, _ ending: String) {
        #expect(throws: MediaFault.extensionMismatch(named: ending, content: .jpeg)) {
            try ImageSniffer.inspect(JPEGSample().bytes, filename: name)
        }
    }

    @Test func `sizes are checked from the header`() {
        let limits = ImageLimits.standard
        #expect(throws: MediaFault.tooManyPixels(width: 20_001, height: 1, limits: .side(20_000))) {
            try ImageSniffer.inspect(
                PNGSample(chunks: [
                    PNGSample.header(width: 20_001, height: 1), PNGSample.pixels, PNGSample.end,
                ]).bytes, filename: nil)
        }
        #expect(throws: MediaFault.tooManyPixels(width: 10_000, height: 10_001, limits: .pixels(100_000_000))) {
            try ImageSniffer.inspect(
                PNGSample(chunks: [
                    PNGSample.header(width: 10_000, height: 10_001), PNGSample.pixels, PNGSample.end,
                ]).bytes, filename: nil)
        }
        var photo = JPEGSample().bytes
        if let frame = photo.firstRange(of: [0xFF, 0xC0])?.lowerBound {
            photo.replaceSubrange(frame + 5..<frame + 9, with: [0xFF, 0xFF, 0xFF, 0xFF])
        }
        #expect(throws: MediaFault.tooManyPixels(width: 65_535, height: 65_535, limits: .side(20_000))) {
            try ImageSniffer.inspect(photo, filename: nil)
        }
        #expect(throws: MediaFault.tooManyBytes(limit: limits.bytes)) {
            try ImageSniffer.inspect([UInt8](repeating: 0xFF, count: limits.bytes + 1), filename: nil)
        }
    }

    @Test(arguments: [
        (
            MediaFault.truncated(.jpeg),
            "La photo n’a pas pu être lue (fichier incomplet). Reprenez-la, ou envoyez la demande sans elle."
        ),
        (
            .tooManyBytes(limit: 25_000_000),
            "La photo dépasse 25\u{A0}Mo. Reprenez-la avec une définition plus faible."
        ),
        (
            .tooManyPixels(width: 65_535, height: 2, limits: .side(20_000)),
            "La photo est trop grande (65\u{202F}535\u{A0}×\u{A0}2\u{A0}pixels). "
                + "Un côté ne peut dépasser 20\u{202F}000\u{A0}pixels\u{A0}: réduisez-la, puis renvoyez-la."
        ),
        (
            .extensionMismatch(named: "png", content: .jpeg),
            "Le nom du fichier se termine par «\u{A0}.png\u{A0}», mais son contenu est une image JPEG. "
                + "Corrigez le nom ou reprenez la photo, puis renvoyez-la."
        ),
        (
            .unsupported(.webp),
            "Cette image est au format WebP, qui n’est pas accepté. Enregistrez-la en JPEG ou en PNG, puis renvoyez-la."
        ),
        (
            .unsupported(.pdf),
            "Ce fichier est un document PDF, et non une photo. Envoyez une photo au format JPEG ou PNG."
        ),
    ])
    func `a refusal says what, why and what to do`(_ fault: MediaFault, _ message: String) {
        #expect(fault.message == message)
    }

    @Test(arguments: ContentKind.allCases)
    func `every kind has a refusal without an exclamation`(_ kind: ContentKind) {
        let message = MediaFault.unsupported(kind).message
        #expect(message.hasSuffix(".") && !message.contains("!"))
    }

    @Test func `a file we know and do not take is refused by its kind`() {
        #expect(throws: MediaFault.unsupported(.heic)) {
            try ImageSniffer.inspect(hex("00000018 66747970 68656963"), filename: "IMG.HEIC")
        }
        #expect(throws: MediaFault.unsupported(.svg)) {
            try ImageSniffer.inspect(Array("<svg/>".utf8), filename: "a.png")
        }
        #expect(throws: MediaFault.unrecognised) { try ImageSniffer.inspect(Array("bonjour".utf8), filename: "a.jpg") }
        #expect(throws: MediaFault.empty) { try ImageSniffer.inspect([], filename: "a.jpg") }
    }
}
