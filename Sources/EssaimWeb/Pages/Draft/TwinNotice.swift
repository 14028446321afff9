import HTML

/// Another demand of the same structure is open for this patient: said, and no obstacle.
struct TwinNotice {
    var twins: [DraftModel.Twin]

    @MarkupBuilder var markup: Markup {
        if !twins.isEmpty {
            div(.class("notice warning"), .role("status")) {
                Icon.alert.markup
                div {
                    p {
                        "Votre structure a déjà "
                        twins.count == 1 ? "une demande en cours" : "des demandes en cours"
                        " pour ce patient\u{A0}:"
                    }
                    ul { for twin in twins { li { a(.href(twin.path.text)) { twin.words } } } }
                }
            }
        }
    }
}
