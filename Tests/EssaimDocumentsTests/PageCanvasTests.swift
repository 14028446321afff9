import Testing

@testable import EssaimDocuments

@Suite struct PageCanvasTests {
    @Test func `marks are written from the top of the page, a colour only when it changes`() {
        var page = PageCanvas(height: 800)
        let teal = Colour(0x0B6E6E)
        page.text([1, 0x2AF], face: .bold, size: 8.5, x: 51.02, y: 100, colour: teal)
        page.rectangle(x: 0, y: 0.125, width: 10, height: 0.6, colour: teal)
        page.rectangle(x: -1.5, y: 0, width: 1, height: 800, colour: Colour(0xFFFFFF))
        let lines = String(decoding: page.content, as: UTF8.self).split(separator: "\n")
        #expect(
            lines == [
                "0.043 0.431 0.431 rg",
                "BT/F2 8.5 Tf 51.02 700 Td<000102AF>Tj ET",
                "0 799.28 10 0.6 re f",
                "1 1 1 rg",
                "-1.5 0 1 800 re f",
            ])
    }

    @Test func `the cells of a grid are one path in whole numbers, filled once`() {
        var page = PageCanvas(height: 800)
        page.cells([(0, 0, 7), (9, 1, 1)], of: 90 / 101.0, x: 453.5, y: 100.25, colour: Colour(0x000000))
        let lines = String(decoding: page.content, as: UTF8.self).split(separator: "\n")
        #expect(
            lines == [
                "0 0 0 rg",
                "q 0.89109 0 0 -0.89109 453.5 699.75 cm",
                "0 0 7 1 re",
                "9 1 1 1 re",
                "f Q",
            ])
    }
}
