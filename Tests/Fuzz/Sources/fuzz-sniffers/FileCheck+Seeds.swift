import EssaimFormats

@testable import FormatSamples

extension FileCheck {
    static var seeds: [[UInt8]] {
        let exif = Array(JPEGSample.exif().dropFirst(4))
        let webP = riff([("VP8X", [UInt8](repeating: 8, count: 10)), ("VP8 ", [1, 2, 3]), ("EXIF", exif)])
        let photo = JPEGSample.loaded.bytes
        let boxes = [0, 0, 0, 12] + Array("jP  ".utf8) + [13, 10, 0x87, 10] + [0, 0, 0, 12] + Array("xml <x/>".utf8)
        let talkative = JPEGSample(segments: [
            JPEGSample.jfif, JPEGSample.segment(0xEE, "Adobe, and what else is known"),
        ])
        return [
            talkative.bytes, photo, JPEGSample().bytes, PNGSample.loaded.bytes, PNGSample().bytes, exif,
            Array(exif.dropFirst(6)), webP,
            pdf(photo), pdf(boxes), Array("Pigmentée,\r\ndepuis 2024\t\u{202E}\u{FEFF}".utf8),
            [0xE9, 0x80, 0x92, 0x0D],
            Array("<?xml version='1.0'?><svg/>".utf8), Array("GIF89a".utf8), Array("2026-03-14T09:05:00+01:00".utf8),
            [UInt8](repeating: 0, count: 128) + Array("DICM".utf8), [0, 0, 0, 24] + Array("ftypheic".utf8),
        ]
    }

    private static func riff(_ chunks: [(String, [UInt8])]) -> [UInt8] {
        let body =
            Array("WEBP".utf8)
            + chunks.flatMap { type, data in
                Array(type.utf8) + little(data.count) + data + [UInt8](repeating: 0, count: data.count % 2)
            }
        return Array("RIFF".utf8) + little(body.count) + body
    }

    private static func little(_ number: Int) -> [UInt8] {
        [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    private static func pdf(_ picture: [UInt8]) -> [UInt8] {
        Array("%PDF-1.7\n1 0 obj\n<</Length \(picture.count)>>stream\n".utf8) + picture
            + Array("\nendstream\nendobj\ntrailer\n<</Size 2>>\n%%EOF\n".utf8)
    }
}
