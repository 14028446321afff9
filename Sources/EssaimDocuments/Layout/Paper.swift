/// The sheet: A4 upright. Points throughout, from the top left corner.
enum Paper {
    static let width = 595.28
    static let height = 841.89
    /// 18 mm on both sides: room for a punch, and lines of some eighty characters.
    static let margin = 51.02
    static let top = 33.0
    static let bottom = 29.0
    static var column: Double { width - 2 * margin }
}

/// The colours of the product's light theme, on white paper.
enum Ink {
    static let body = Colour(0x1B1F24)
    static let secondary = Colour(0x55606E)
    static let line = Colour(0xD9D5CC)
    static let accent = Colour(0x0B6E6E)
    static let warning = Colour(0xB54708)
    /// Black: a code is read by a machine, which wants all the contrast there is.
    static let code = Colour(0x000000)
}
