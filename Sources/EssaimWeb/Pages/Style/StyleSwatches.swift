import HTML

/// The colours by their names, each with what it means.
struct StyleSwatches {
    private let colours = [
        ("accent", "agir"), ("urgent", "urgent"), ("priority", "priorité"), ("routine", "simple"), ("done", "fait"),
        ("ink", "texte"), ("secondary", "second"), ("line", "trait"), ("ground", "fond"),
    ]

    var markup: Markup {
        ul(.class("swatches")) {
            for (name, meaning) in colours {
                li {
                    span(.class("swatch \(name)"), .aria("hidden", "true"))
                    "\(meaning) "
                    code { "--\(name)" }
                }
            }
        }
    }
}
