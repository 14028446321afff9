import HTML

/// One file of the viewer: without script a picture that leads to the whole file; with it, what the viewer reads.
struct PhotoFigure {
    var photo: PhotoModel
    var isFirst = false

    var markup: Markup {
        figure(
            .data("photo"), .data("file", photo.mark), .data("kind", photo.isWaiting ? "waiting" : photo.kind.rawValue),
            .data("word", photo.kind.word), .data("words", photo.words), .data("full", photo.path.text),
            // Addresses are percent-encoded: no space stands in them.
            .data("pages", photo.isWaiting ? "" : photo.pages.map(\.text).joined(separator: " ")),
            .data("width", String(max(0, photo.width))), .data("height", String(max(0, photo.height)))
        ) {
            if photo.isWaiting {
                span(.class("frame")) { canvas }
            } else {
                a(.href(photo.path.text), .class("frame"), .target("_blank"), .rel("noopener")) { canvas }
            }
            figcaption {
                PhotoCaption(photo: photo).markup
                if photo.kind != .image, !photo.isWaiting {
                    a(.href(photo.path.text), .target("_blank"), .rel("noopener")) {
                        photo.pages.count > 1 ? "Ouvrir le document (\(photo.pages.count) pages)" : "Ouvrir le document"
                    }
                }
            }
        }
    }

    private var canvas: Markup {
        span(.class("canvas"), .data("canvas")) { PhotoImage(photo: photo, size: .screen, isFirst: isFirst).markup }
    }
}
