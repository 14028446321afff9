/// Deals pictures out over pages, one or two on each, as large as the page allows.
struct PictureLayout {
    /// No picture is shown with fewer pixels an inch: larger, it would only be blurred.
    static let dotsPerInch = 150.0
    /// Two share a page when each keeps at least this part of the size that it would have alone.
    static let leastShare = 0.75
    /// The white between two pictures of a page.
    static let gap = 20.0

    /// What is to be shown. Points.
    struct Item {
        /// The largest size that it may have, upright.
        var width: Double
        var height: Double
        /// What its words above and below take.
        var caption: Double
        /// Whether it may be made smaller.
        var isScalable = true

        /// A picture of so many pixels, upright.
        init(pixels: (width: Int, height: Int), caption: Double) {
            width = Double(pixels.width) / PictureLayout.dotsPerInch * 72
            height = Double(pixels.height) / PictureLayout.dotsPerInch * 72
            self.caption = caption
        }

        /// A place that holds words only.
        init(words height: Double, width: Double, caption: Double) {
            self.width = width
            self.height = height
            self.caption = caption
            isScalable = false
        }
    }

    /// An item at the size that it is shown in.
    struct Placed: Equatable {
        var index: Int
        var width: Double
        var height: Double
    }

    let width: Double
    /// Of the column on the first page, under the section's title, and on the others.
    let firstHeight: Double
    let height: Double

    /// The pages, in the order of the items.
    func pages(of items: [Item]) -> [[Placed]] {
        var pages: [[Placed]] = []
        var index = 0
        while index < items.count {
            let height = pages.isEmpty ? firstHeight : height
            let page = pair(items, index, height) ?? [alone(items[index], index, height)]
            pages.append(page)
            index += page.count
        }
        return pages
    }

    private func alone(_ item: Item, _ index: Int, _ height: Double) -> Placed {
        scaled(item, index, by: item.isScalable ? min(1, width / item.width, (height - item.caption) / item.height) : 1)
    }

    /// Two on one page; none when they would lose too much, or the second is not there.
    private func pair(_ items: [Item], _ index: Int, _ height: Double) -> [Placed]? {
        guard index + 1 < items.count else { return nil }
        let two = [index, index + 1].map { (item: items[$0], alone: alone(items[$0], $0, height)) }
        let words = two.reduce(Self.gap) { $0 + $1.item.caption + ($1.item.isScalable ? 0 : $1.item.height) }
        let pictures = two.reduce(0) { $0 + ($1.item.isScalable ? $1.alone.height : 0) }
        let share = pictures > 0 ? min(1, (height - words) / pictures) : 1
        guard share >= Self.leastShare, words <= height else { return nil }
        return two.map { pair in
            guard pair.item.isScalable else { return pair.alone }
            return Placed(
                index: pair.alone.index, width: pair.alone.width * share, height: pair.alone.height * share)
        }
    }

    private func scaled(_ item: Item, _ index: Int, by scale: Double) -> Placed {
        Placed(index: index, width: item.width * scale, height: item.height * scale)
    }
}
