/// Draws strips on pages, and gathers the parts of the faces that they use.
struct Press {
    private var regular: FontSubset
    private var bold: FontSubset
    private var pages: [PageCanvas] = []

    init(regular: FontSubset, bold: FontSubset) {
        self.regular = regular
        self.bold = bold
    }

    mutating func beginPage() { pages.append(PageCanvas(height: Paper.height)) }

    /// Strips one under the other, without the white between them.
    mutating func stack(_ strips: [Strip], from top: Double) {
        var y = top
        for strip in strips {
            draw(strip, at: y)
            y += strip.height
        }
    }

    /// A strip with its top at `top`, on the page begun last.
    mutating func draw(_ strip: Strip, at top: Double) {
        guard let page = pages.indices.last else { return }
        for mark in strip.marks {
            switch mark {
            case .fill(let colour, let x, let y, let width, let height):
                pages[page].rectangle(x: Paper.margin + x, y: top + y, width: width, height: height, colour: colour)
            case .code(let symbol, let colour, let x, let y, let module):
                let cells = symbol.runs.map { (column: $0.column, row: $0.row, width: $0.length) }
                pages[page].cells(cells, of: module, x: Paper.margin + x, y: top + y, colour: colour)
            case .image(let image, let x, let y, let width, let height):
                pages[page].image(image, x: Paper.margin + x, y: top + y, width: width, height: height)
            case .text(let line, let style, let x, let y):
                let codes = line.map { code(of: $0, style.face) }
                pages[page].text(
                    codes, face: style.face, size: style.size, x: Paper.margin + x, y: top + y, colour: style.colour)
            }
        }
    }

    func document(_ metadata: PDFMetadata) -> PDFDocument {
        PDFDocument(
            metadata: metadata, size: (Paper.width, Paper.height), pages: pages, fonts: [regular, bold])
    }

    private mutating func code(of scalar: Unicode.Scalar, _ face: Face) -> Int {
        switch face {
        case .regular: regular.code(for: scalar)
        case .bold: bold.code(for: scalar)
        }
    }
}
