/// One of our faces, read where it lies: metrics, characters and outlines (OpenType 1.9). Lengths are in font units,
/// `unitsPerEm` to the em. The file is ours and part of the build, so its offsets are trusted.
struct TrueTypeFont {
    let face: Face
    let unitsPerEm: Int
    let ascent: Int
    let descent: Int
    let capHeight: Int
    /// xMin, yMin, xMax, yMax of all glyphs.
    let bounds: [Int]

    private let file: UnsafeRawBufferPointer
    private let tables: [String: Range<Int>]
    private let characters: CharacterMap
    private let outlines: Int
    private let locations: Int
    private let hasLongLocations: Bool
    private let metrics: Int
    private let metricCount: Int

    init(_ face: Face) throws(DocumentError) {
        let file = face.file
        let tables = Self.directory(of: file)
        func start(_ tag: String) throws(DocumentError) -> Int {
            guard let range = tables[tag] else { throw .fontTable(tag) }
            return range.lowerBound
        }
        let head = try start("head")
        let horizontal = try start("hhea")
        let system = try start("OS/2")
        guard let characters = CharacterMap(file, table: try start("cmap")) else { throw .fontTable("cmap") }
        self.face = face
        self.file = file
        self.tables = tables
        self.characters = characters
        unitsPerEm = file.u16(head + 18)
        bounds = [36, 38, 40, 42].map { file.i16(head + $0) }
        hasLongLocations = file.u16(head + 50) == 1
        ascent = file.i16(horizontal + 4)
        descent = file.i16(horizontal + 6)
        metricCount = file.u16(horizontal + 34)
        // OS/2 tells the height of capitals from its version 2 on; before, the ascent stands in.
        capHeight = file.u16(system) >= 2 ? file.i16(system + 88) : ascent
        outlines = try start("glyf")
        locations = try start("loca")
        metrics = try start("hmtx")
    }

    private static func directory(of file: UnsafeRawBufferPointer) -> [String: Range<Int>] {
        var tables: [String: Range<Int>] = [:]
        for index in 0..<file.u16(4) {
            let entry = 12 + 16 * index
            let tag = String(decoding: file[entry..<entry + 4], as: UTF8.self)
            let offset = file.u32(entry + 8)
            tables[tag] = offset..<offset + file.u32(entry + 12)
        }
        return tables
    }

    /// The glyph that shows `scalar`; 0 when the face has none.
    func glyph(for scalar: Unicode.Scalar) -> Int { characters[scalar] }

    /// How far `glyph` moves the pen.
    func advance(of glyph: Int) -> Int { file.u16(metrics + 4 * min(glyph, metricCount - 1)) }

    /// The white on the left of `glyph`.
    func leftBearing(of glyph: Int) -> Int {
        glyph < metricCount
            ? file.i16(metrics + 4 * glyph + 2) : file.i16(metrics + 4 * metricCount + 2 * (glyph - metricCount))
    }

    /// The outline of `glyph`; empty for a space.
    func outline(of glyph: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: file[outlines + location(glyph)..<outlines + location(glyph + 1)])
    }

    private func location(_ glyph: Int) -> Int {
        hasLongLocations ? file.u32(locations + 4 * glyph) : 2 * file.u16(locations + 2 * glyph)
    }

    /// A copy of a whole table, absent when the face has none.
    func table(_ tag: String) -> [UInt8]? {
        tables[tag].map { Array(file[$0]) }
    }
}
