import HTML

/// The viewer's tools, hidden until a script runs; each says its key.
struct PhotoTools {
    /// Several images or pages to go through.
    var hasSeveral: Bool
    var canCompare: Bool

    @MarkupBuilder var markup: Markup {
        div(.class("viewer-bar"), .data("viewer-bar"), .role("group"), .aria("label", "Outils de l’image"), .hidden()) {
            if hasSeveral {
                span(.class("tools")) {
                    tool("previous", "Image précédente", .chevronLeft, "←")
                    output(.class("viewer-count"), .data("viewer-count"))
                    tool("next", "Image suivante", .chevronRight, "→")
                }
            }
            span(.class("tools")) {
                tool("out", "Réduire", .minus, "−")
                button(
                    .type(button: .button), .class("tool wide"), .data("act", "fit"), .title("Image entière (0)"),
                    .aria("label", "Image entière")
                ) { output(.data("viewer-scale")) { "entière" } }
                tool("in", "Agrandir", .plus, "+")
            }
            span(.class("tools")) {
                tool("rotate", "Tourner d’un quart", .rotate, "R")
                tool("light", "Lumière et contraste", .contrast, "L")
                if canCompare { tool("compare", "Comparer deux images", .sideBySide, "V") }
                if canCompare { tool("tie", "Lier les deux images", .tie, "T") }
                tool("full", "Plein écran", .fullScreen, "F")
            }
        }
        div(.class("light"), .data("light"), .hidden()) {
            slider("Luminosité", "brightness", "B")
            slider("Contraste", "contrast", "C")
            button(
                .type(button: .button), .class("button quiet small"), .data("act", "relight"), .title("Remettre (X)")
            ) {
                "Remettre"
            }
        }
    }

    private func tool(_ act: String, _ name: String, _ icon: Icon, _ key: String) -> Markup {
        button(
            .type(button: .button), .class("tool"), .data("act", act), .aria("label", name), .title("\(name) (\(key))")
        ) { icon.markup }
    }

    /// In hundredths of the image as it is.
    private func slider(_ name: String, _ part: String, _ key: String) -> Markup {
        label(.title("\(key), majuscule \(key)")) {
            span { name }
            input(.type(.range), .min(40), .max(250), .step(5), .value("100"), .data("light-part", part))
        }
    }
}
