import EssaimDomain
import HTML

/// ③ The photographs: each its own small form on the saved draft, or why there is none.
struct DraftPhotoSection {
    var model: DraftModel

    @MarkupBuilder var markup: Markup {
        if !model.slots.isEmpty {
            section(.class("part"), .id("photos")) {
                h2 {
                    span(.class("number")) { "3" }
                    " Photos"
                }
                noscript {
                    p(.class("help")) { "Enregistrez d’abord ce que vous avez écrit, puis envoyez vos photos." }
                }
                PhotoSlots(slots: model.slots).markup
                details(.class("impossible"), .open(!model.content.photographsImpossible.isEmpty)) {
                    summary { "La photo est impossible" }
                    TextInput(
                        field: Field(
                            name: DraftField.photographsImpossible, label: "Pourquoi",
                            help: "La demande part quand même\u{A0}; le spécialiste lit votre raison.".frenchSpaced,
                            error: model.faults.message(for: DraftField.photographsImpossible), form: DraftView.formID),
                        value: model.content.photographsImpossible
                    ).markup
                }
            }
        }
    }
}
