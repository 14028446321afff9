import EssaimDomain
import HTML

/// One act to bill: each value in a field that can be selected, and copied by a button where there is a script.
struct ActCard {
    var card: OwnActsModel.Card

    func markup(_ clock: PageClock) -> Markup {
        section(.class("part act-card"), .id("carte-\(card.id)"), .aria("labelledby", "titre-\(card.id)"), .data("act"))
        {
            div(.class("part-head")) {
                h2(.id("titre-\(card.id)")) {
                    "\(card.code) "
                    span(.class("act-amount")) { card.amount }
                    " "
                    span(.class("quiet")) { card.title }
                }
                button(.type(button: .button), .class("button secondary"), .data("copy-act"), .hidden()) {
                    "Copier tout"
                    span(.class("visually-hidden")) { ", \(card.code) \(card.title)" }
                }
            }
            p(.class("quiet")) {
                Moment(clock.words(card.at), at: card.at).markup(clock)
                " · "
                a(.href(card.request.text)) { "Voir la demande" }
                if !card.known.isEmpty { " · \(card.known)" }
            }
            for warning in card.warnings { NoticeView(model: Notice(.warning, warning)).markup }
            div(.class("act-lines")) { for line in card.lines { field(line) } }
            if card.asksNumber, !card.hasNumber { number }
            if card.asksNumber, card.hasNumber {
                details(card.numberFault == nil ? nil : .open()) {
                    summary(.class("button quiet small")) { "Corriger le NIR…" }
                    number
                }
            }
            div(.class("act-ends")) {
                form(.method(.post), .action(SitePath.ownAct(card.id, "coter").text), .data("once")) {
                    SealFields(seal: card.seal).markup
                    button(.type(button: .submit), .class("button primary")) {
                        Icon.check.markup
                        " Marquer comme coté"
                        span(.class("visually-hidden")) { ", \(card.code) \(card.title)" }
                    }
                }
                waiving
            }
        }
    }

    private func field(_ line: OwnActsModel.Line) -> Markup {
        div(.class(line.value.isEmpty ? "field act-line lacking" : "field act-line")) {
            label(.for(line.id)) { line.label }
            div(.class("copyable")) {
                input(
                    .type(.text), .id(line.id), .value(line.value), .class("input"), .readonly(), .spellcheck(false),
                    .data("act-value", line.label), line.missing.isEmpty ? nil : .aria("describedby", "\(line.id)-aide")
                )
                if !line.value.isEmpty {
                    button(
                        .type(button: .button), .class("button quiet small"), .data("copy-value", line.id), .hidden()
                    ) {
                        "Copier"
                        span(.class("visually-hidden")) { " \(line.label)" }
                    }
                }
            }
            if !line.missing.isEmpty {
                p(.class("help"), .id("\(line.id)-aide")) { line.missing }
            }
        }
    }

    private var number: Markup {
        form(
            .method(.post), .action(SitePath.ownAct(card.id, "nir").text), .class("act-number"), .data("once"),
            .novalidate()
        ) {
            SealFields(seal: card.seal).markup
            TextInput(
                field: Field(
                    name: OwnActField.number,
                    label: card.hasNumber ? "Le bon NIR de l’ouvrant droit" : "Donner le NIR de l’ouvrant droit",
                    help: (card.hasNumber
                        ? "15 chiffres, clé comprise. Vide : celui qui a été donné est retiré."
                        : "15 chiffres, clé comprise : celui du patient, ou du parent qui l’assure.").frenchSpaced,
                    error: card.numberFault, id: "nir-donne-\(card.id)"),
                value: card.typedNumber, size: .medium
            ).markup
            button(.type(button: .submit), .class("button secondary")) { "Enregistrer le NIR" }
        }
    }

    private var waiving: Markup {
        details(card.reasonFault == nil ? nil : .open()) {
            summary(.class("button quiet")) { "Pas à coter…" }
            form(.method(.post), .action(SitePath.ownAct(card.id, "ecarter").text), .data("once"), .novalidate()) {
                SealFields(seal: card.seal).markup
                TextInput(
                    field: Field(
                        name: OwnActField.reason, label: "Pourquoi",
                        help: "« Acte gratuit », « déjà coté ailleurs »…".frenchSpaced,
                        error: card.reasonFault, id: "motif-\(card.id)"),
                    value: card.typedReason
                ).markup
                button(.type(button: .submit), .class("button secondary")) { "Écarter cet acte" }
            }
        }
    }
}
