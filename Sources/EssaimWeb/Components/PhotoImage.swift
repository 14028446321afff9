import HTML

/// The picture of a file, small or for a screen; a sheet with words where there is none to show.
struct PhotoImage {
    enum Size { case thumbnail, screen }

    var photo: PhotoModel
    var size: Size
    /// Loaded before the rest of the page, over its thumbnail stretched.
    var isFirst = false

    @MarkupBuilder var markup: Markup {
        if photo.isWaiting {
            sheet(.clock, size == .thumbnail ? "En attente" : "En attente de l’analyse antivirus")
        } else if photo.kind == .text {
            sheet(.document, photo.name.isEmpty ? photo.label : photo.name)
        } else {
            if isFirst, photo.thumbnail != photo.screen { image(photo.thumbnail, alt: "") }
            image(size == .thumbnail ? photo.thumbnail : photo.screen, alt: alt)
        }
    }

    private var alt: String { "\(photo.kind == .document ? "Document" : "Photo") \(photo.label.lowercased())" }

    private func image(_ path: SitePath, alt: String) -> Markup {
        img(
            .src(path.text), .alt(alt), .width(max(1, photo.width)), .height(max(1, photo.height)),
            .loading(isFirst ? "eager" : "lazy"), isFirst ? .fetchpriority("high") : nil, .decoding("async"))
    }

    private func sheet(_ icon: Icon, _ words: String) -> Markup {
        span(.class(photo.isWaiting ? "sheet waiting" : "sheet")) {
            icon.markup
            span { words }
        }
    }
}

/// « Centrée · prise le 22 novembre 2026 · ajoutée le 23 novembre 2026 ».
struct PhotoCaption {
    var photo: PhotoModel

    var markup: Markup {
        span(.class("photo-caption")) {
            span(.class("photo-label")) { photo.label }
            if let taken = photo.taken { span { taken } }
            if photo.removal == nil, !photo.added.isEmpty { span { photo.added } }
            if photo.removal != nil || photo.kind != .image, !photo.size.isEmpty { span { photo.size } }
        }
    }
}
