/// Deals strips out over pages: those that keep together do so as long as a page can hold them.
enum Pagination {
    struct Placed {
        let strip: Strip
        /// From the top of the column.
        let y: Double
    }

    /// - Parameter height: of the column, in points.
    /// - Returns: at least one page.
    static func pages(of strips: [Strip], height: Double) -> [[Placed]] {
        var pages: [[Placed]] = [[]]
        var y = 0.0
        var first = 0
        while first < strips.count {
            let group = strips[first..<end(of: strips, from: first)]
            let needed = group.reduce(0) { $0 + $1.space + $1.height }
            if y > 0, y + needed > height, needed <= height {
                pages.append([])
                y = 0
            }
            for strip in group {
                if y > 0, y + strip.space + strip.height > height {
                    pages.append([])
                    y = 0
                }
                if y > 0 { y += strip.space }
                pages[pages.count - 1].append(Placed(strip: strip, y: y))
                y += strip.height
            }
            first += group.count
        }
        return pages
    }

    /// How far down a page is taken.
    static func height(of page: [Placed]) -> Double {
        page.last.map { $0.y + $0.strip.height } ?? 0
    }

    private static func end(of strips: [Strip], from first: Int) -> Int {
        var last = first
        while last < strips.count - 1, strips[last].keepsNext { last += 1 }
        return last + 1
    }
}
