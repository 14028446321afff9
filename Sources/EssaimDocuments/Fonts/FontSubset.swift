/// The part of a face that one document uses. A character gets its code at its first use: codes are 1, 2, 3 … in the order
/// of the text, so that the same text always gives the same bytes. Two characters that share a glyph (a space and a no-break
/// space) keep two codes: the text that a reader copies out is the text that was written.
struct FontSubset {
    let font: TrueTypeFont
    /// The glyph of each code in the whole face. Code 0 is the missing glyph, which every font must hold.
    private(set) var glyphs: [Int] = [0]
    /// What each code stands for; none for the missing glyph.
    private(set) var meanings: [Unicode.Scalar?] = [nil]
    private var codes: [Unicode.Scalar: Int] = [:]

    init(_ font: TrueTypeFont) { self.font = font }

    /// The code to write in a page for `scalar`.
    mutating func code(for scalar: Unicode.Scalar) -> Int {
        if let known = codes[scalar] { return known }
        let code = glyphs.count
        glyphs.append(font.glyph(for: scalar))
        meanings.append(scalar)
        codes[scalar] = code
        return code
    }

    /// Whether no character of the face was used.
    var isEmpty: Bool { glyphs.count == 1 }
}
