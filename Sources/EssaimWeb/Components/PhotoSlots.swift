import HTML

/// The places for files of a demand: replaced whole, by the script, when something was joined or removed.
struct PhotoSlots {
    var slots: [PhotoSlotModel]

    var markup: Markup {
        Markup.group {
            div(.class("unsent notice information"), .data("unsent"), .role("status"), .hidden())
            div(.class("slots"), .data("slots")) { for slot in slots { PhotoSlotView(model: slot).markup } }
            p(.class("help script-only")) {
                "Plusieurs fichiers à la fois, glissés ou collés. Une photo de plus de 16 millions de pixels est "
                "réduite à 12 millions de pixels, jamais moins."
            }
        }
    }
}
