/// Where the column of a document stands between the head and the foot that each page repeats.
struct PageFrame {
    private let furniture: PageFurniture
    private let firstHead: [Strip]
    private let otherHead: [Strip]
    /// The column's first line and the foot's first, from the top of the sheet.
    let top: Double
    let bottom: Double

    /// What the column holds: a little white stays above the foot.
    var height: Double { bottom - 4 - top }

    init(_ furniture: PageFurniture, _ typesetter: inout Typesetter) {
        self.furniture = furniture
        firstHead = furniture.head(&typesetter, isFirst: true)
        otherHead = furniture.head(&typesetter, isFirst: false)
        let foot = furniture.foot(&typesetter, page: 1, of: 1)
        bottom = Paper.height - Paper.bottom - Self.height(foot)
        top = Paper.top + max(Self.height(firstHead), Self.height(otherHead)) + 10
    }

    /// Draws page `index`, from 0, of `count`.
    func draw(
        _ placed: [Pagination.Placed], index: Int, of count: Int, _ press: inout Press, _ typesetter: inout Typesetter
    ) {
        press.beginPage()
        press.stack(index == 0 ? firstHead : otherHead, from: Paper.top)
        for piece in placed { press.draw(piece.strip, at: top + piece.y) }
        press.stack(furniture.foot(&typesetter, page: index + 1, of: count), from: bottom)
    }

    private static func height(_ strips: [Strip]) -> Double { strips.reduce(0) { $0 + $1.height } }
}
