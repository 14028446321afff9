/// A horizontal piece of the column that is never cut: one line of text, or the lines that stand side by side in a row.
struct Strip {
    /// White above, left out at the top of a page.
    var space: Double = 0
    var height: Double
    /// Whether the next strip must stand on the same page.
    var keepsNext = false
    /// Drawn with y counted from the top of the strip and x from the left of the column.
    var marks: [Mark] = []
}

/// What is drawn in a strip.
enum Mark {
    /// A line of printable characters with its baseline at y.
    case text([Unicode.Scalar], TextStyle, x: Double, y: Double)
    case fill(Colour, x: Double, y: Double, width: Double, height: Double)
    /// A QR code with its top left module at (x, y), its modules `module` wide; the white around it is the layout's.
    case code(QRSymbol, Colour, x: Double, y: Double, module: Double)
    /// An image upright, its top left corner at (x, y).
    case image(PDFImage, x: Double, y: Double, width: Double, height: Double)
}

extension Mark {
    /// The same mark, further down.
    func lowered(by distance: Double) -> Mark {
        switch self {
        case .text(let line, let style, let x, let y): .text(line, style, x: x, y: y + distance)
        case .fill(let colour, let x, let y, let width, let height):
            .fill(colour, x: x, y: y + distance, width: width, height: height)
        case .code(let symbol, let colour, let x, let y, let module):
            .code(symbol, colour, x: x, y: y + distance, module: module)
        case .image(let image, let x, let y, let width, let height):
            .image(image, x: x, y: y + distance, width: width, height: height)
        }
    }
}
