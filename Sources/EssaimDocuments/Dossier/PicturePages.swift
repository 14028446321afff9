/// The pages that show the pictures of a dossier.
struct PicturePages {
    let frames: [PictureFrame]
    let images: [Result<PDFImage, JPEGFault>]
    /// Of the column, in points.
    let height: Double

    func pages(_ typesetter: inout Typesetter) -> [[Pagination.Placed]] {
        guard !frames.isEmpty else { return [] }
        var heading = ReportComposition(typesetter)
        heading.section("Images")
        let title = heading.strips
        let titleHeight = title.reduce(0) { $0 + $1.height } + Self.underTitle
        var refusals: [Strip?] = []
        for image in images {
            guard case .failure(let fault) = image else {
                refusals.append(nil)
                continue
            }
            refusals.append(PictureFrame.content(fault, &typesetter))
        }
        let items = zip(frames, zip(images, refusals)).map { frame, pair in
            switch pair {
            case (.success(let image), _):
                PictureLayout.Item(pixels: image.size, caption: frame.caption(isShown: true))
            case (.failure, let words):
                PictureLayout.Item(
                    words: words?.height ?? 0, width: Paper.column, caption: frame.caption(isShown: false))
            }
        }
        let layout = PictureLayout(width: Paper.column, firstHeight: height - titleHeight, height: height)
        return layout.pages(of: items).enumerated().map { index, page in
            let head = index == 0 ? title + [Strip(height: Self.underTitle)] : []
            let shown = page.enumerated().flatMap { place, placed in
                let between = place == 0 ? [] : [Strip(height: PictureLayout.gap)]
                return between
                    + frames[placed.index].strips(
                        content(placed, refusals[placed.index]), isShown: refusals[placed.index] == nil)
            }
            return stacked(head + shown)
        }
    }

    private static let underTitle = 4.0

    private func content(_ placed: PictureLayout.Placed, _ refusal: Strip?) -> Strip {
        switch images[placed.index] {
        case .success(let image): PictureFrame.content(image, width: placed.width, height: placed.height)
        case .failure: refusal ?? Strip(height: placed.height)
        }
    }

    private func stacked(_ strips: [Strip]) -> [Pagination.Placed] {
        var y = 0.0
        return strips.map { strip in
            defer { y += strip.height }
            return Pagination.Placed(strip: strip, y: y)
        }
    }
}
