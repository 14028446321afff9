/// A small TrueType file made of a few glyphs of a face, numbered anew from 0: what a PDF embeds (ISO 32000-1, 9.9).
struct SubsetFile {
    /// The file itself.
    let bytes: [UInt8]
    /// How many glyphs it holds: those asked for, then the parts that composite ones are made of.
    let advances: [Int]

    /// - Parameter chosen: the glyphs of `font` to keep; the first one is the missing glyph.
    init(_ font: TrueTypeFont, keeping chosen: [Int]) throws(DocumentError) {
        var glyphs = chosen
        var numbers: [Int: Int] = [:]
        for (number, glyph) in chosen.enumerated() where numbers[glyph] == nil { numbers[glyph] = number }

        var outlines: [UInt8] = []
        var locations: [UInt8] = []
        var metrics: [UInt8] = []
        var advances: [Int] = []
        var next = 0
        while next < glyphs.count {
            let glyph = glyphs[next]
            locations.append(u32: outlines.count)
            outlines += Self.outline(of: glyph, in: font) { part in
                if let known = numbers[part] { return known }
                numbers[part] = glyphs.count
                glyphs.append(part)
                return glyphs.count - 1
            }
            outlines.padToFour()
            metrics.append(u16: font.advance(of: glyph))
            metrics.append(u16: font.leftBearing(of: glyph))
            advances.append(font.advance(of: glyph))
            next += 1
        }
        locations.append(u32: outlines.count)

        var tables: [(tag: String, bytes: [UInt8])] = [("glyf", outlines), ("hmtx", metrics), ("loca", locations)]
        for tag in ["cvt ", "fpgm", "prep"] {
            if let bytes = font.table(tag) { tables.append((tag, bytes)) }
        }
        tables.append(("head", try Self.patched("head", of: font) { $0.replace(u16: 1, at: 50) }))
        tables.append(("hhea", try Self.patched("hhea", of: font) { $0.replace(u16: glyphs.count, at: 34) }))
        tables.append(("maxp", try Self.patched("maxp", of: font) { $0.replace(u16: glyphs.count, at: 4) }))
        self.bytes = FontContainer(tables).bytes
        self.advances = advances
    }

    /// The outline of a glyph; in a composite one, each part gets the number that `renumber` gives.
    private static func outline(of glyph: Int, in font: TrueTypeFont, renumber: (Int) -> Int) -> [UInt8] {
        let source = font.outline(of: glyph)
        var bytes = Array(source)
        guard source.count >= 10, source.i16(0) < 0 else { return bytes }
        var offset = 10
        while true {
            let flags = source.u16(offset)
            bytes.replace(u16: renumber(source.u16(offset + 2)), at: offset + 2)
            guard flags & 0x20 != 0 else { return bytes }
            offset += 4 + (flags & 0x01 != 0 ? 4 : 2)
            offset += flags & 0x08 != 0 ? 2 : flags & 0x40 != 0 ? 4 : flags & 0x80 != 0 ? 8 : 0
        }
    }

    private static func patched(
        _ tag: String, of font: TrueTypeFont, _ patch: (inout [UInt8]) -> Void
    ) throws(DocumentError) -> [UInt8] {
        guard var bytes = font.table(tag) else { throw .fontTable(tag) }
        patch(&bytes)
        return bytes
    }
}
