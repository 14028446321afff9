/// How a subset stands in a PDF: a composite font whose codes are the glyph numbers of the embedded file, with the table
/// that gives the text back (ISO 32000-1, 9.7; ISO 19005-1, 6.3).
struct FontObjects {
    let subset: FontSubset

    /// Writes the font and everything that it needs.
    func write(to objects: inout PDFObjects) throws(DocumentError) -> PDFReference {
        let font = subset.font
        let file = try SubsetFile(font, keeping: subset.glyphs)
        let name = tag + "+" + font.face.postScriptName
        let program = try objects.addStream("/Length1 \(file.bytes.count)", file.bytes)
        let present = try objects.addStream("", presence(of: file.advances.count))
        let box = font.bounds.map { "\(scaled($0))" }.joined(separator: " ")
        let descriptor = objects.add(
            """
            <</Type/FontDescriptor/FontName/\(name)/Flags 4/FontBBox[\(box)]/ItalicAngle 0\
            /Ascent \(scaled(font.ascent))/Descent \(scaled(font.descent))/CapHeight \(scaled(font.capHeight))\
            /StemV \(font.face.stem)/FontFile2 \(program)/CIDSet \(present)>>
            """)
        let widths = file.advances.map { "\(scaled($0))" }.joined(separator: " ")
        let descendant = objects.add(
            """
            <</Type/Font/Subtype/CIDFontType2/BaseFont/\(name)\
            /CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>\
            /FontDescriptor \(descriptor)/DW 600/W[0[\(widths)]]/CIDToGIDMap/Identity>>
            """)
        let text = try objects.addStream("", Array(characterMap.utf8))
        return objects.add(
            """
            <</Type/Font/Subtype/Type0/BaseFont/\(name)/Encoding/Identity-H\
            /DescendantFonts[\(descendant)]/ToUnicode \(text)>>
            """)
    }

    /// Font units in thousandths of an em, rounded.
    private func scaled(_ units: Int) -> Int {
        let doubled = 2000 * units
        return (doubled + (doubled < 0 ? -subset.font.unitsPerEm : subset.font.unitsPerEm))
            / (2 * subset.font.unitsPerEm)
    }

    /// Six capitals that tell this subset from another of the same face: a hash of its glyphs.
    private var tag: String {
        var hash = Fingerprint()
        for glyph in subset.glyphs {
            hash.combine(UInt8(truncatingIfNeeded: glyph >> 8))
            hash.combine(UInt8(truncatingIfNeeded: glyph))
        }
        var rest = hash.value
        var letters = ""
        for _ in 0..<6 {
            letters.unicodeScalars.append(Unicode.Scalar(UInt8(65 + rest % 26)))
            rest /= 26
        }
        return letters
    }

    /// One bit a glyph, the highest first: all are there, since the file holds nothing else.
    private func presence(of count: Int) -> [UInt8] {
        var bits = [UInt8](repeating: 0xFF, count: count / 8)
        if count % 8 != 0 { bits.append(0xFF << UInt8(8 - count % 8)) }
        return bits
    }

    /// The ToUnicode table. Blocks of at most a hundred entries, as the format demands.
    private var characterMap: String {
        let entries = subset.meanings.enumerated().compactMap { code, scalar in
            scalar.map { "<\(Hexadecimal.word(code))> <\(Hexadecimal.text(String($0)))>" }
        }
        var map = """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """
        for first in stride(from: 0, to: entries.count, by: 100) {
            let block = entries[first..<min(first + 100, entries.count)]
            map += "\(block.count) beginbfchar\n" + block.joined(separator: "\n") + "\nendbfchar\n"
        }
        return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    }
}
