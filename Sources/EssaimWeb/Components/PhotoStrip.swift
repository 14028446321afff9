import HTML

/// Thumbnails in a row, each with its name and when it was taken, leading to the whole file.
struct PhotoStrip {
    var photos: [PhotoModel]

    @MarkupBuilder var markup: Markup {
        if !photos.isEmpty {
            ul(.class("strip"), .aria("label", French.count(photos.count, "pièce jointe", "pièces jointes"))) {
                for photo in photos { li(.data("file", photo.mark)) { piece(photo) } }
            }
        }
    }

    @MarkupBuilder private func piece(_ photo: PhotoModel) -> Markup {
        if photo.isWaiting {
            span(.class("thumb")) { PhotoImage(photo: photo, size: .thumbnail).markup }
        } else {
            a(.href(photo.path.text), .class("thumb"), .target("_blank"), .rel("noopener")) {
                PhotoImage(photo: photo, size: .thumbnail).markup
                if photo.pages.count > 1 { span(.class("thumb-pages")) { "\(photo.pages.count) pages" } }
            }
        }
        PhotoCaption(photo: photo).markup
        if let removal = photo.removal {
            form(.method(.post), .action(removal.path.text), .class("remove"), .data("once")) {
                SealFields(seal: removal.seal).markup
                button(.type(button: .submit), .class("button quiet small")) {
                    "Retirer"
                    span(.class("visually-hidden")) { " la photo \(photo.label)" }
                }
            }
        }
    }
}
