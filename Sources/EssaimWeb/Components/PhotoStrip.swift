import HTML

/// Thumbnails in a row, each with its name and when it was taken, leading to the full image.
struct PhotoStrip {
    var photos: [PhotoModel]

    @MarkupBuilder var markup: Markup {
        if !photos.isEmpty {
            ul(.class("strip"), .aria("label", French.count(photos.count, "pièce jointe", "pièces jointes"))) {
                for photo in photos {
                    li {
                        a(.href(photo.path.text), .class("thumb"), .target("_blank"), .rel("noopener")) {
                            PhotoImage(photo: photo, isThumbnail: true).markup
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
            }
        }
    }
}

/// The image, or a sheet for a document that a browser does not show.
struct PhotoImage {
    var photo: PhotoModel
    var isThumbnail = false

    @MarkupBuilder var markup: Markup {
        if photo.isDocument {
            span(.class("sheet")) {
                Icon.document.markup
                " \(photo.label)"
            }
        } else {
            img(
                .src(isThumbnail ? photo.thumbnail.text : photo.path.text), .alt("Photo \(photo.label.lowercased())"),
                .width(max(1, photo.width)), .height(max(1, photo.height)), .loading(isThumbnail ? "lazy" : "eager"),
                .decoding("async"))
        }
    }
}

/// « Centrée · prise le 22 novembre 2026 ».
struct PhotoCaption {
    var photo: PhotoModel

    var markup: Markup {
        span(.class("photo-caption")) {
            span(.class("photo-label")) { photo.label }
            if let taken = photo.taken { span { taken } }
            if photo.removal != nil, !photo.size.isEmpty { span { photo.size } }
        }
    }
}
