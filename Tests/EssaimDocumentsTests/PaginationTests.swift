import Testing

@testable import EssaimDocuments

@Suite struct PaginationTests {
    /// Strips of ten points on pages of a hundred: `.` is one, `+` one that must stand with the next.
    @Test(arguments: [
        ("", [""]),
        ("..........", [".........."]),
        ("...........", ["..........", "."]),
        ("........+.", ["........+."]),
        (".........+.", [".........", "+."]),
        ("........+++.", ["........", "+++."]),
        ("++++++++++++.", ["++++++++++", "++."]),
        (".++++++++++.", [".+++++++++", "+."]),
        ("..........+", ["..........", "+"]),
    ])
    func `what belongs together stays together, unless no page can hold it`(drawing: String, expected: [String]) {
        let strips = drawing.map { Strip(height: 10, keepsNext: $0 == "+") }
        let pages = Pagination.pages(of: strips, height: 100)
        #expect(pages.map { page in page.map { $0.strip.keepsNext ? "+" : "." }.joined() } == expected)
        #expect(pages.allSatisfy { page in page.allSatisfy { $0.y + $0.strip.height <= 100 } })
    }

    @Test func `the white above a strip is left out at the top of a page`() {
        let strips = [Strip(space: 5, height: 60), Strip(space: 5, height: 35), Strip(space: 5, height: 35)]
        let pages = Pagination.pages(of: strips, height: 100)
        #expect(pages.map { $0.map(\.y) } == [[0, 65], [0]])
    }
}
