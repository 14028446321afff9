import EssaimDomain
import HTML

/// The acts of an establishment for a month, what makes a batch of them, and the batches that left.
struct OfficeView: PageView {
    let model: OfficeModel
    let frame: PageFrame

    init(_ model: OfficeModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Facturation", page: "facturation").document {
            div(.class("intro")) {
                h1 { "Facturation" }
                p {
                    "\(model.establishment) · "
                    model.finess.isEmpty
                        ? "FINESS manquant\u{A0}: demandez à qui administre Essaim" : "FINESS \(model.finess)"
                }
            }
            FaultSummary(faults: model.faults).markup
            OfficeFilterForm(model: model).markup
            section(.class("part claim-acts"), .aria("labelledby", "actes")) {
                h2(.id("actes")) { "Actes de \(period)" }
                if model.acts.isEmpty {
                    EmptyView(
                        model: EmptyModel(
                            title: "Aucun acte à montrer",
                            text:
                                "Changez de mois, d’unité ou d’état. Seuls les actes que l’établissement facture sont ici."
                        )
                    ).markup
                } else {
                    acts
                }
                Pager(first: model.first, next: model.next).markup
            }
            div(.class("claim-tools")) {
                OfficeTools(model: model).markup(frame.clock)
            }
        }
    }

    private var period: String { PeriodWords.month(model.filter.period) }

    private var acts: Markup {
        LedgerTable(
            caption: "Actes de \(period), du plus ancien au plus récent",
            columns: ["Date", "Acte", "Montant", "Praticien", "Patient", "Unité", "État", "Suite"],
            rows: model.acts.map { act in
                LedgerTable.Row(
                    cells: [
                        Moment(frame.clock.stamp(act.at), at: act.at).markup(frame.clock), strong { act.code },
                        .text(act.amount), .text(act.practitioner), .text(act.patient), .text(act.unit), state(act),
                        ActEndings(act: act).markup,
                    ], isRefused: act.isRejected)
            }
        ).markup
    }

    private func state(_ act: OfficeModel.Act) -> Markup {
        Markup.group {
            span(.class("claim-state")) { act.state }
            if !act.line.isEmpty { span(.class("profession")) { act.line } }
            if !act.note.isEmpty { span(.class("profession")) { act.note } }
        }
    }
}

/// What can be done with one act now; what needs a reason asks for it.
struct ActEndings {
    var act: OfficeModel.Act

    @MarkupBuilder var markup: Markup {
        if !act.endings.isEmpty {
            details {
                summary {
                    "Suivre"
                    span(.class("visually-hidden")) { " \(act.code), \(act.patient)" }
                }
                for ending in act.endings {
                    form(.method(.post), .action(SitePath.claim(act.id, ending.word).text), .data("once")) {
                        SealFields(seal: act.seal).markup
                        if ending.asksReason {
                            TextInput(
                                field: Field(
                                    name: OfficeField.reason, label: "Motif", id: "motif-\(ending.word)-\(act.id)"),
                                isRequired: true
                            ).markup
                        }
                        button(.type(button: .submit), .class("button secondary small")) { ending.title }
                    }
                }
            }
        }
    }
}

/// « novembre 2026 ».
enum PeriodWords {
    static func month(_ period: String) -> String {
        guard let day = CivilDate.parse("\(period)-01") else { return period }
        return "\(French.months[day.month - 1]) \(day.year)"
    }
}
