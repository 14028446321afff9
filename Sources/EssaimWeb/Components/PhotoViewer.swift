import HTML

/// Photographs large, one under the other; a script shows them one at a time, to zoom, turn and contrast.
struct PhotoViewer {
    var photos: [PhotoModel]
    /// Why there is none.
    var impossible = ""

    var markup: Markup {
        div(.class("viewer"), .role("group"), .aria("label", "Photographies"), .data("viewer")) {
            if photos.isEmpty {
                p(.class("no-photo")) {
                    Icon.camera.markup
                    impossible.isEmpty
                        ? " Aucune photographie jointe." : " Photographie impossible\u{A0}: \(impossible)"
                }
            }
            for photo in photos {
                figure(.data("photo")) {
                    a(.href(photo.path.text), .class("frame"), .target("_blank"), .rel("noopener")) {
                        PhotoImage(photo: photo).markup
                    }
                    figcaption { PhotoCaption(photo: photo).markup }
                }
            }
            if !photos.isEmpty {
                div(.class("viewer-bar"), .data("viewer-bar"), .hidden()) {
                    if photos.count > 1 { tool("previous", "Photo précédente", .chevronLeft, "←") }
                    output(.class("viewer-count"), .data("viewer-count")) { "1/\(photos.count)" }
                    if photos.count > 1 { tool("next", "Photo suivante", .chevronRight, "→") }
                    tool("zoom", "Agrandir", .zoom, "Z")
                    tool("rotate", "Tourner", .rotate, "R")
                    tool("contrast", "Renforcer le contraste", .contrast, "C")
                }
                p(.class("viewer-note")) { "Images non destinées au diagnostic primaire." }
            }
        }
    }

    private func tool(_ act: String, _ name: String, _ icon: Icon, _ key: String) -> Markup {
        button(
            .type(button: .button), .class("tool"), .data("act", act), .aria("label", name), .title("\(name) (\(key))")
        ) { icon.markup }
    }
}
