import Testing

@testable import EssaimDocuments

@Suite struct PictureLayoutTests {
    /// A column of 500 × 700 points, 80 less on the first page.
    static let layout = PictureLayout(width: 500, firstHeight: 620, height: 700)

    static func item(_ width: Int, _ height: Int) -> PictureLayout.Item {
        PictureLayout.Item(pixels: (width, height), caption: 50)
    }

    /// The pages, to a thousandth of a point.
    static func pages(_ items: [PictureLayout.Item]) -> [[PictureLayout.Placed]] {
        layout.pages(of: items).map { page in
            page.map {
                .init(
                    index: $0.index, width: ($0.width * 1000).rounded() / 1000,
                    height: ($0.height * 1000).rounded() / 1000)
            }
        }
    }

    @Test func `a small picture has 150 pixels an inch, and no fewer`() {
        let page = Self.pages([Self.item(300, 150)])
        #expect(page == [[.init(index: 0, width: 144, height: 72)]])
    }

    @Test func `a large picture fills the column across or down`() {
        #expect(Self.pages([Self.item(4000, 3000)]) == [[.init(index: 0, width: 500, height: 375)]])
        #expect(Self.pages([Self.item(1000, 4000)]) == [[.init(index: 0, width: 142.5, height: 570)]])
    }

    @Test(
        arguments: [
            // Landscapes of 4:3 lose little: (700 - 50 - 50 - 20) / 750 of their size on a page that is not the first.
            ([(3000, 4000), (4000, 3000), (4000, 3000)], [[0], [1, 2]]),
            // On the first, 500 / 750 would be too little.
            ([(4000, 3000), (4000, 3000)], [[0], [1]]),
            ([(1600, 900), (1600, 900), (1600, 900)], [[0, 1], [2]]),
            ([(3000, 4000), (3000, 4000)], [[0], [1]]),
            ([(640, 480), (640, 480), (640, 480), (640, 480)], [[0, 1], [2, 3]]),
            ([(100, 100)], [[0]]),
            ([], []),
        ] as [([(Int, Int)], [[Int]])])
    func `two share a page when both keep three quarters of their size`(sizes: [(Int, Int)], pages: [[Int]]) {
        let shown = Self.layout.pages(of: sizes.map { Self.item($0.0, $0.1) })
        #expect(shown.map { $0.map(\.index) } == pages)
    }

    @Test func `words in the place of a picture are never made smaller`() {
        let words = PictureLayout.Item(words: 40, width: 500, caption: 50)
        let pages = Self.pages([words, Self.item(4000, 3000), words])
        #expect(
            pages == [
                [.init(index: 0, width: 500, height: 40), .init(index: 1, width: 500, height: 375)],
                [.init(index: 2, width: 500, height: 40)],
            ])
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `whatever their sizes, pictures stay inside, upright, whole and in order`(seed: UInt64) {
        var random = Shuffle(seed: seed)
        let sizes = (0..<1 + random.below(20)).map { _ in (1 + random.below(9000), 1 + random.below(9000)) }
        let pages = Self.layout.pages(of: sizes.map { Self.item($0.0, $0.1) })
        #expect(pages.flatMap { $0.map(\.index) } == Array(sizes.indices))
        for (number, page) in pages.enumerated() {
            let used = page.reduce(20.0 * Double(page.count - 1)) { $0 + $1.height + 50 }
            #expect(used <= (number == 0 ? 620.001 : 700.001) && (1...2).contains(page.count))
            for placed in page {
                let (width, height) = sizes[placed.index]
                #expect(placed.width <= 500.001 && placed.width <= Double(width) * 0.48 + 0.001)
                #expect(
                    abs(placed.width * Double(height) - placed.height * Double(width)) < 0.01 * Double(width + height))
            }
        }
    }
}
