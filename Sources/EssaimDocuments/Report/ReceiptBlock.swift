/// How a receipt stands on the paper: a hairline over the column, the code at its right edge, the lines at its left one.
struct ReceiptBlock {
    let receipt: ConsultationReport.Receipt

    /// 32 mm, whatever the code holds.
    static let codeSide = 32 / 25.4 * 72
    /// The least white above and under the code, and between the block and what ends above it.
    private static let white = 11.0
    /// The least white between the lines and the code.
    private static let gutter = 22.0
    private static let hairline = 0.6

    /// The receipt in one piece, white included, for the bottom of a column that the page's foot follows.
    ///
    /// - Throws: `.receipt` when the code cannot be printed.
    func strip(_ typesetter: inout Typesetter) throws(DocumentError) -> Strip {
        let symbol = try receipt.symbol()
        let module = Self.codeSide / Double(symbol.side)
        let quiet = module * Double(QRSymbol.quietZone)
        let white = max(Self.white, quiet)
        let top = Self.hairline + white
        let codeLeft = Paper.column - Self.codeSide
        var marks: [Mark] = [
            .fill(Ink.line, x: 0, y: 0, width: Paper.column, height: Self.hairline),
            .code(symbol, Ink.code, x: codeLeft, y: top, module: module),
        ]
        // The capitals of the first line begin where the code does.
        var bottom = top - Self.whiteInLine
        for line in lines(&typesetter, width: codeLeft - max(Self.gutter, quiet)) {
            bottom += line.space
            marks += line.marks.map { $0.lowered(by: bottom) }
            bottom += line.height
        }
        let height = max(top + Self.codeSide, bottom) + white - PageFurniture.whiteOverRule
        return Strip(space: Self.white, height: height, marks: marks)
    }

    /// The lines as they are set; a little white tells the next from one that goes on.
    private func lines(_ typesetter: inout Typesetter, width: Double) -> [Strip] {
        receipt.lines.filter { !$0.isBlank }.enumerated().flatMap { index, line in
            typesetter.strips(
                [.init(line, index == 0 ? .runningStrong : .running, width: width)], space: index == 0 ? 0 : 2)
        }
    }

    /// From the top of a line to the top of its capitals (`Typesetter` puts them in the middle).
    private static var whiteInLine: Double {
        (TextStyle.runningStrong.leading - 0.73 * TextStyle.runningStrong.size) / 2
    }
}
