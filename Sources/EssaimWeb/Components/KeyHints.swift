import HTML

/// The keys of the page: hidden until a script runs, since keys need one; `?` shows and hides them.
struct KeyHints {
    struct Hint {
        var keys: [String]
        var meaning: String
    }

    var hints: [Hint]

    var markup: Markup {
        aside(.class("key-hints"), .aria("label", "Raccourcis clavier"), .data("key-hints"), .hidden()) {
            dl {
                for hint in hints {
                    div {
                        dt { for key in hint.keys { kbd { key } } }
                        dd { hint.meaning }
                    }
                }
            }
        }
    }
}
