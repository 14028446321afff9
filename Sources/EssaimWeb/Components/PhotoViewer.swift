import HTML

/// The files of a demand, large, one under the other; a script shows them one at a time or two side by side, to enlarge,
/// turn, lighten and compare.
struct PhotoViewer {
    var photos: [PhotoModel]
    /// Why there is none.
    var impossible = ""
    /// Of the same patient, newest first.
    var earlier: [EarlierPhotos] = []

    var markup: Markup {
        div(
            .class(photos.count > 1 ? "viewer several" : "viewer"), .role("group"),
            .aria("label", "Images de la demande"),
            .data("viewer")
        ) {
            if photos.isEmpty { none } else { shown }
        }
    }

    private var none: Markup {
        p(.class("no-photo")) {
            Icon.camera.markup
            impossible.isEmpty ? " Aucune image jointe." : " Photographie impossible\u{A0}: \(impossible)"
        }
    }

    @MarkupBuilder private var shown: Markup {
        div(.class("stage"), .data("stage")) {
            for (index, photo) in photos.enumerated() { PhotoFigure(photo: photo, isFirst: index == 0).markup }
        }
        PhotoTools(hasSeveral: photos.count > 1 || photos.contains { $0.pages.count > 1 }, canCompare: canCompare)
            .markup
        if photos.count > 1 { film }
        for group in earlier.filter({ !$0.photos.isEmpty }) { before(group) }
        p(.class("viewer-note")) { "Images non destinées au diagnostic primaire." }
        p(.class("visually-hidden"), .role("status"), .data("viewer-said"))
    }

    private var canCompare: Bool { photos.count + earlier.reduce(0) { $0 + $1.photos.count } > 1 }

    private var film: Markup {
        ul(.class("film"), .data("film"), .aria("label", French.count(photos.count, "image", "images"))) {
            for photo in photos {
                li {
                    a(.href(photo.path.text), .class("thumb"), .data("show"), .title(photo.words)) {
                        PhotoImage(photo: photo, size: .thumbnail).markup
                        if photo.pages.count > 1 { span(.class("thumb-pages")) { "\(photo.pages.count) p." } }
                    }
                }
            }
        }
    }

    /// Folded without script; with it, a button that puts the newest of them beside what is shown.
    @MarkupBuilder private func before(_ group: EarlierPhotos) -> Markup {
        details(.class("earlier"), .data("earlier", group.title)) {
            summary { "\(group.title), \(French.count(group.photos.count, "image", "images"))" }
            for photo in group.photos { PhotoFigure(photo: photo).markup }
        }
        button(
            .type(button: .button), .class("button secondary small compare-earlier"), .data("act", "earlier"),
            .data("group", group.title), .hidden()
        ) { "Comparer\u{A0}: \(group.title)" }
    }
}
