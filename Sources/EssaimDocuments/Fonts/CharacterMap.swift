/// Which glyph shows which character: the `cmap` subtable of format 4, which covers the basic plane. Read in place, by a
/// binary search over its segments: nothing is unpacked.
struct CharacterMap {
    private let file: UnsafeRawBufferPointer
    private let segments: Int
    private let ends: Int
    private let starts: Int
    private let deltas: Int
    private let ranges: Int

    /// - Parameter table: where the `cmap` table begins in `file`.
    /// - Returns: nil when the table has no subtable of format 4.
    init?(_ file: UnsafeRawBufferPointer, table: Int) {
        let subtables = (0..<file.u16(table + 2)).map { table + file.u32(table + 4 + 8 * $0 + 4) }
        guard let chosen = subtables.first(where: { file.u16($0) == 4 }) else { return nil }
        self.file = file
        segments = file.u16(chosen + 6) / 2
        ends = chosen + 14
        starts = ends + 2 * segments + 2
        deltas = starts + 2 * segments
        ranges = deltas + 2 * segments
    }

    /// The glyph of `scalar`; 0 when there is none, and always 0 beyond the basic plane.
    subscript(scalar: Unicode.Scalar) -> Int {
        guard scalar.value < 0xFFFF else { return 0 }
        let code = Int(scalar.value)
        var low = 0
        var high = segments
        while low < high {
            let middle = (low + high) / 2
            if file.u16(ends + 2 * middle) < code { low = middle + 1 } else { high = middle }
        }
        guard low < segments, file.u16(starts + 2 * low) <= code else { return 0 }
        let delta = file.u16(deltas + 2 * low)
        let place = ranges + 2 * low
        let range = file.u16(place)
        guard range != 0 else { return (code + delta) & 0xFFFF }
        let glyph = file.u16(place + range + 2 * (code - file.u16(starts + 2 * low)))
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF
    }
}
