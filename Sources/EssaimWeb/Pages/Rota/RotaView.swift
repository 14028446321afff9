import EssaimDomain
import HTML

struct RotaView: PageView {
    static let turnName = "tour"
    static let personName = "personne"

    let model: RotaModel
    let frame: PageFrame

    init(_ model: RotaModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Planning des gardes", page: "planning").document {
            div(.class("intro")) {
                h1 { "Planning des gardes" }
                p { "\(model.network), \(model.window)." }
            }
            FaultSummary(faults: model.faults).markup
            for alert in model.alerts.prefix(5) { NoticeView(model: Notice(.warning, alert)).markup }
            if model.alerts.count > 5 {
                p(.class("strong")) {
                    "Et \(French.count(model.alerts.count - 5, "autre jour", "autres jours")) sans réponse."
                }
            }
            if model.networks.count > 1 { links("Réseaux", model.networks) }
            if model.pools.count > 2 { links("Équipes", model.pools) }
            if !model.findings.isEmpty { findings }
            weeks
            if model.form != nil { keeping }
        }
    }

    private func links(_ label: String, _ links: [PageFrame.Link]) -> Markup {
        nav(.class("tabs"), .aria("label", label)) {
            ul {
                for link in links {
                    li { a(.href(link.path.text), link.isCurrent ? .aria("current", "page") : nil) { link.title } }
                }
            }
        }
    }

    private var findings: Markup {
        details(.class("part"), .open(model.findings.count <= 6)) {
            summary { "À revoir\u{A0}: \(French.count(model.findings.count, "point", "points"))" }
            ul { for finding in model.findings { li { finding } } }
        }
    }

    private var weeks: Markup {
        section(.class("part"), .id("huit-semaines")) {
            h2 { "Qui est de garde" }
            p(.class("button-row")) {
                a(.href(model.earlier.text)) { "Semaines précédentes" }
                a(.href(model.later.text)) { "Semaines suivantes" }
            }
            LedgerTable(
                caption: "Gardes \(model.window)", columns: ["Jour", "Gardes"], rows: model.days.map(row)
            ).markup
        }
    }

    private func row(_ day: RotaModel.Day) -> LedgerTable.Row {
        let title = Markup.made {
            strong { day.title.prefix(1).uppercased() + day.title.dropFirst() }
            if day.isToday { " · aujourd’hui" }
            if let holiday = day.holiday { span(.class("profession")) { holiday } }
        }
        let turns = Markup.made {
            if day.turns.isEmpty { span(.class("quiet")) { "Personne au planning" } }
            for turn in day.turns {
                p(.class("turn")) {
                    strong { turn.person }
                    " · \(turn.hours) · \(turn.post)"
                    if turn.isAway { " · absence notée" }
                }
            }
        }
        return LedgerTable.Row(cells: [title, turns])
    }

    private var keeping: Markup {
        div(.id("tenir")) {
            turnForm
            dutyForm
            if !model.duties.isEmpty {
                section(.class("part")) {
                    h2 { "Gardes qui reviennent" }
                    ul {
                        for duty in model.duties { li { a(.href(duty.path.text)) { duty.text } } }
                    }
                }
            }
        }
    }

    private var turnForm: Markup {
        let turns = model.days.flatMap { day in
            day.turns.compactMap { turn in
                turn.value.map {
                    ChoiceGroup.Option(value: $0, label: "\(day.title), \(turn.hours), \(turn.person), \(turn.post)")
                }
            }
        }
        return form(
            .method(.post), .action(SitePath.rotaTurn(model.networkID).text), .class("part stack"), .id("un-tour"),
            .data("once"), .novalidate()
        ) {
            SealFields(seal: model.seal).markup
            h2 { "Changer un seul tour" }
            SelectList(
                field: Field(
                    name: Self.turnName, label: "Tour", error: model.faults.message(for: "permanence"), isRequired: true
                ),
                options: turns, chosen: ""
            ).markup
            SelectList(
                field: Field(
                    name: Self.personName, label: "À confier à",
                    help: "Personne\u{A0}: le tour est supprimé ce jour-là.", id: "tour-personne"),
                options: model.form?.people ?? [], chosen: "", none: "Personne"
            ).markup
            button(.type(button: .submit), .class("button secondary")) { "Changer ce tour" }
        }
    }

    private var dutyForm: Markup {
        form(
            .method(.post), .action(SitePath.rotaDuties(model.networkID).text), .class("part stack"), .id("garde"),
            .data("once"), .novalidate()
        ) {
            SealFields(seal: model.seal).markup
            h2 { "Ajouter une garde" }
            if let form = model.form { DutyFields(model: form, faults: model.faults).markup }
            button(.type(button: .submit), .class("button primary")) { "Ajouter cette garde" }
        }
    }
}

extension Markup {
    /// Several pieces as one.
    fileprivate static func made(@MarkupBuilder _ content: () -> Markup) -> Markup { content() }
}
