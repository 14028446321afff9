import Testing

@testable import EssaimDocuments

/// What a reader of the embedded font finds: the text layer would be right even if the drawn letters were others.
@Suite struct SubsetFileTests {
    @Test(arguments: Face.allCases)
    func `a subset draws the same letters as the whole face`(face: Face) throws {
        let font = try TrueTypeFont(face)
        // Composite letters, with parts among the letters kept and parts that must be added.
        let glyphs = [0] + "eéÉèçÇœŒÅ€≥□ aA\u{A0}ốǖ".unicodeScalars.map { font.glyph(for: $0) }
        #expect(glyphs.dropFirst().allSatisfy { $0 != 0 })
        let file = try SubsetFile(font, keeping: glyphs)
        #expect(file.advances.count >= glyphs.count)
        let tables = Self.tables(of: file.bytes)
        for (number, glyph) in glyphs.enumerated() {
            let original = Self.drawing(glyph) { Array(font.outline(of: $0)) }
            let kept = Self.drawing(number) { Self.outline($0, in: tables) }
            #expect(kept == original, "glyph \(glyph) is not drawn as it was")
            #expect(file.advances[number] == font.advance(of: glyph))
            #expect(Self.u16(tables["hmtx"] ?? [], 4 * number) == font.advance(of: glyph))
        }
    }

    @Test(arguments: Face.allCases)
    func `the checksum of a subset is the one that the format demands`(face: Face) throws {
        let font = try TrueTypeFont(face)
        let bytes = try SubsetFile(font, keeping: [0, font.glyph(for: "é")]).bytes
        let words = stride(from: 0, to: bytes.count, by: 4).map {
            UInt32(Self.u16(bytes, $0) << 16 | Self.u16(bytes, $0 + 2))
        }
        #expect(words.reduce(0, &+) == 0xB1B0_AFBA)
        #expect(bytes.count < 20_000)
    }

    /// Outlines in the order in which they are drawn, the numbers of parts left out.
    private static func drawing(_ glyph: Int, _ outline: (Int) -> [UInt8]) -> [[UInt8]] {
        var bytes = outline(glyph)
        // The padding at the end of an outline is no part of it.
        while bytes.count > 10, bytes.last == 0 { bytes.removeLast() }
        guard bytes.count > 10, bytes[0] & 0x80 != 0 else { return [bytes] }
        var parts: [[UInt8]] = []
        var offset = 10
        var flags = 0x20
        repeat {
            flags = u16(bytes, offset)
            parts += drawing(u16(bytes, offset + 2), outline)
            bytes[offset + 2] = 0
            bytes[offset + 3] = 0
            offset += 4 + (flags & 0x01 != 0 ? 4 : 2)
            offset += flags & 0x08 != 0 ? 2 : flags & 0x40 != 0 ? 4 : flags & 0x80 != 0 ? 8 : 0
        } while flags & 0x20 != 0
        return [bytes] + parts
    }

    private static func tables(of file: [UInt8]) -> [String: [UInt8]] {
        var tables: [String: [UInt8]] = [:]
        for entry in (0..<u16(file, 4)).map({ 12 + 16 * $0 }) {
            let start = u16(file, entry + 8) << 16 | u16(file, entry + 10)
            let length = u16(file, entry + 12) << 16 | u16(file, entry + 14)
            tables[String(decoding: file[entry..<entry + 4], as: UTF8.self)] = Array(file[start..<start + length])
        }
        return tables
    }

    private static func outline(_ number: Int, in tables: [String: [UInt8]]) -> [UInt8] {
        guard let places = tables["loca"], let outlines = tables["glyf"] else { return [] }
        let start = u16(places, 4 * number) << 16 | u16(places, 4 * number + 2)
        let end = u16(places, 4 * number + 4) << 16 | u16(places, 4 * number + 6)
        return Array(outlines[start..<end])
    }

    private static func u16(_ bytes: [UInt8], _ offset: Int) -> Int { Int(bytes[offset]) << 8 | Int(bytes[offset + 1]) }
}
