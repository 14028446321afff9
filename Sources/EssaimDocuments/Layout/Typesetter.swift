/// Turns texts into strips. Remembers whether any of them lost a character to □, so that the document can say so.
struct Typesetter {
    private let regular: TrueTypeFont
    private let bold: TrueTypeFont
    private(set) var hasSubstitutes = false

    init(regular: TrueTypeFont, bold: TrueTypeFont) {
        self.regular = regular
        self.bold = bold
    }

    /// A text of one style in a column of its own.
    struct Cell {
        var texts: [(text: String, style: TextStyle)]
        var x: Double
        var width: Double
        var endsRight = false

        init(_ texts: [(text: String, style: TextStyle)], x: Double = 0, width: Double = Paper.column) {
            self.texts = texts
            self.x = x
            self.width = width
        }

        init(_ text: String, _ style: TextStyle, x: Double = 0, width: Double = Paper.column, endsRight: Bool = false) {
            self.init([(text, style)], x: x, width: width)
            self.endsRight = endsRight
        }
    }

    /// The lines of cells that begin on the same line, one strip a line. The first two and the last two stay together.
    mutating func strips(_ cells: [Cell], space: Double = 0) -> [Strip] {
        strips(cells.map { cell in (cell, lines(of: cell)) }, space: space)
    }

    private func strips(_ columns: [(Cell, [Line])], space: Double) -> [Strip] {
        let count = columns.map(\.1.count).max() ?? 0
        return (0..<count).map { index in
            let present = columns.filter { index < $0.1.count }
            let height = present.map { $0.1[index].style.leading }.max() ?? 0
            let baseline = present.map { Self.baseline($0.1[index].style) }.max() ?? 0
            var strip = Strip(space: index == 0 ? space : 0, height: height)
            strip.keepsNext = index < count - 1 && (index == 0 || index == count - 2)
            strip.marks = present.compactMap { cell, lines in
                let line = lines[index]
                guard !line.scalars.isEmpty else { return nil }
                let x = cell.endsRight ? cell.x + cell.width - width(of: line.scalars, line.style) : cell.x
                return .text(line.scalars, line.style, x: x, y: baseline)
            }
            return strip
        }
    }

    /// The same for what each page repeats: at most two lines, the second ending in « … » when there was more. What is cut
    /// so stands in full in the body.
    mutating func running(_ cells: [Cell]) -> [Strip] {
        var columns = cells.map { cell in (cell, lines(of: cell)) }
        for index in columns.indices where columns[index].1.count > 2 {
            columns[index].1.removeSubrange(2...)
            columns[index].1[1].scalars.removeLast(min(2, columns[index].1[1].scalars.count))
            columns[index].1[1].scalars.append("…")
        }
        return strips(columns, space: 0)
    }

    /// The printable width of a text on one line.
    mutating func width(of text: String, _ style: TextStyle) -> Double {
        width(of: printable(text, style), style)
    }

    private struct Line {
        var scalars: [Unicode.Scalar]
        var style: TextStyle
    }

    private mutating func lines(of cell: Cell) -> [Line] {
        var lines: [Line] = []
        for (text, style) in cell.texts {
            let font = font(style.face)
            let scale = style.size / Double(font.unitsPerEm)
            let breaker = LineBreaker(width: cell.width) { Double(font.advance(of: font.glyph(for: $0))) * scale }
            for scalars in breaker.lines(of: printable(text, style)) {
                var style = style
                if scalars.isEmpty { style.leading *= 0.5 }
                lines.append(Line(scalars: scalars, style: style))
            }
        }
        return lines
    }

    private mutating func printable(_ text: String, _ style: TextStyle) -> [Unicode.Scalar] {
        let printable = PrintableText(text, font: font(style.face))
        if printable.hasSubstitutes { hasSubstitutes = true }
        return printable.scalars
    }

    private func width(of scalars: [Unicode.Scalar], _ style: TextStyle) -> Double {
        let font = font(style.face)
        let units = scalars.reduce(0) { $0 + font.advance(of: font.glyph(for: $1)) }
        return Double(units) * style.size / Double(font.unitsPerEm)
    }

    private func font(_ face: Face) -> TrueTypeFont {
        switch face {
        case .regular: regular
        case .bold: bold
        }
    }

    /// From the top of a line to its baseline: the letters stand in the middle of the leading.
    private static func baseline(_ style: TextStyle) -> Double { (style.leading + 0.73 * style.size) / 2 }
}
