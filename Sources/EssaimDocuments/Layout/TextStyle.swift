/// How a text is set. `leading` is the distance between baselines, in points like `size`.
struct TextStyle {
    var face: Face = .regular
    var size: Double
    var leading: Double
    var colour: Colour = Ink.body

    static let title = TextStyle(face: .bold, size: 17, leading: 22)
    static let section = TextStyle(face: .bold, size: 10.5, leading: 14.5, colour: Ink.accent)
    static let decision = TextStyle(face: .bold, size: 11.5, leading: 16)
    static let body = TextStyle(size: 10, leading: 13.5)
    static let strong = TextStyle(face: .bold, size: 10, leading: 14)
    static let record = TextStyle(size: 9, leading: 12.5)
    static let label = TextStyle(size: 8.5, leading: 12.5, colour: Ink.secondary)
    static let detail = TextStyle(size: 8.5, leading: 12, colour: Ink.secondary)
    /// A row that counts no more, and what is said of it.
    static let withdrawn = TextStyle(size: 9, leading: 12.5, colour: Ink.secondary)
    static let remark = TextStyle(size: 8, leading: 11, colour: Ink.warning)
    /// A checksum: to be compared or copied, not read.
    static let checksum = TextStyle(size: 7, leading: 10, colour: Ink.secondary)
    static let warning = TextStyle(face: .bold, size: 10, leading: 14, colour: Ink.warning)
    static let running = TextStyle(size: 8, leading: 11.5, colour: Ink.secondary)
    static let runningStrong = TextStyle(face: .bold, size: 8.5, leading: 11.5)
}
