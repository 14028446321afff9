import EssaimDomain
import HTML

/// Who saw and did what: a page to read, and a clean sheet to hand to the patient who asks.
struct TrailView: PageView {
    let model: TrailModel
    let frame: PageFrame

    init(_ model: TrailModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Qui a vu ce dossier, demande \(model.number)", page: "acces").document {
            p(.class("way-back")) {
                a(.href(model.request.text)) {
                    Icon.arrowLeft.markup
                    " Demande \(model.number)"
                }
            }
            div(.class("page-head")) {
                div(.class("intro")) {
                    h1 { "Qui a vu ce dossier" }
                    p { "Demande \(model.number) · \(model.structure)" }
                }
                button(.type(button: .button), .class("button secondary"), .data("print"), .hidden()) {
                    Icon.document.markup
                    " Imprimer pour le patient"
                }
            }
            PatientBanner(model: model.patient).markup
            if !model.emergencies.isEmpty { emergencies }
            LedgerTable(
                caption: "Lectures et actes sur la demande \(model.number), du plus récent au plus ancien",
                columns: ["Quand", "Qui", "À quel titre", "Quoi", "D’où", "Journal"], rows: model.lines.map(row)
            ).markup
            Pager(first: model.first, next: model.next, nextTitle: "Plus ancien").markup
            explanation
        }
    }

    private func row(_ line: TrailModel.Line) -> LedgerTable.Row {
        LedgerTable.Row(
            cells: [
                Moment(frame.clock.stamp(line.at), at: line.at).markup(frame.clock), person(line.who, line.profession),
                .text(line.role), .text(line.what), .text(line.place),
                span(.class(line.seal.number == nil ? "unsealed" : "sealed")) { line.seal.words },
            ], isRefused: line.isRefused)
    }

    private func person(_ name: String, _ profession: String) -> Markup {
        Markup.group {
            strong { name }
            if !profession.isEmpty { span(.class("profession")) { profession } }
        }
    }

    private var emergencies: Markup {
        section(.class("part emergencies"), .aria("labelledby", "urgences")) {
            h2(.id("urgences")) {
                Icon.alert.markup
                model.emergencies.count == 1
                    ? " Un accès d’urgence" : " \(model.emergencies.count)\u{A0}accès d’urgence"
            }
            ul {
                for access in model.emergencies {
                    li {
                        p {
                            strong { access.who }
                            if !access.profession.isEmpty { ", \(access.profession)" }
                            ", le "
                            Moment(frame.clock.stamp(access.at), at: access.at).markup(frame.clock)
                            access.until > frame.clock.now ? ", en lecture jusqu’au " : ", en lecture, terminé le "
                            Moment(frame.clock.stamp(access.until), at: access.until).markup(frame.clock)
                        }
                        p(.class("prose reason")) { "«\u{A0}\(access.reason)\u{A0}»" }
                    }
                }
            }
        }
    }

    private var explanation: Markup {
        section(.class("part ledger-notes")) {
            h2 { "Ce que dit cette page" }
            p {
                "Chaque lecture de ce dossier et chaque acte y laisse une ligne, écrite avant que la page ne s’ouvre. "
                "Les lignes scellées sont numérotées dans un journal signé et vérifiable\u{A0}: "
                "en changer ou en ôter une se verrait."
            }
            p {
                "«\u{A0}Images préparées\u{A0}»\u{A0}: pendant qu’un expert répondait à une autre demande, son ordinateur a "
                "chargé les premières images de celle-ci, la suivante de sa liste. S’il l’a ouverte ensuite, une autre "
                "ligne le dit."
            }
            p {
                "Le patient a le droit de savoir qui a vu son dossier, d’en avoir une copie et de faire corriger ce qui "
                "est inexact (RGPD, articles 15 et 16\u{A0}; code de la santé publique, article L.\u{A0}1111-7). "
                "Il peut le demander à la structure qui suit sa demande\u{A0}: \(model.structure)."
                span(.class("screen-only")) { " Vous pouvez lui remettre cette page imprimée." }
            }
            p(.class("print-only")) {
                "Édité le \(frame.clock.stamp(frame.clock.now))"
                frame.account.map { " par \($0.name)" }
                frame.network.map { ", réseau \($0)" }
                "."
            }
        }
    }
}
