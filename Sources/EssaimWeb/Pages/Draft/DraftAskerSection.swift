import EssaimDomain
import HTML

/// In whose name, and through which door the demand came.
struct DraftAskerSection {
    var model: DraftModel

    var markup: Markup {
        section(.class("part"), .id("demandeur")) {
            h2 { "Qui demande" }
            if !model.principals.isEmpty {
                SelectList(
                    field: Field(
                        name: DraftField.inNameOf, label: "Au nom de",
                        help: model.kind == .orientation
                            ? "Cette personne en est prévenue. Elle peut l’annuler."
                            : "Cette personne en est prévenue. Elle relit et envoie, ou supprime le brouillon.",
                        error: model.faults.message(for: DraftField.inNameOf)),
                    options: model.principals, chosen: model.content.inNameOf?.rawValue ?? "", none: "En mon nom"
                ).markup
            } else if !model.inNameOf.isEmpty {
                p { "Ce brouillon est au nom de \(model.inNameOf)." }
            }
            details(.class("otherwise"), .open(model.content.origin != nil)) {
                summary { "Quelqu’un s’est tourné vers vous\u{A0}: SAS, école, PMI, CPTS…" }
                SelectList(
                    field: Field(
                        name: DraftField.origin, label: "Origine de la demande", help: "Comptée pour le réseau."),
                    options: RequestOrigin.allCases.map { .init(value: $0.rawValue, label: $0.word) },
                    chosen: model.content.origin?.rawValue ?? "", none: "Non précisée"
                ).markup
            }
        }
    }
}
