import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension VisitsModel {
    init(_ list: VisitPage, isFirst: Bool, _ caller: Caller, _ page: PageMaking) {
        let others = caller.home == .worklist ? WorklistTab.all(of: caller) : []
        self.init(
            tabs: others.isEmpty
                ? []
                : others.map { WorklistModel.Tab(title: $0.title, path: .worklist(view: $0.rawValue)) }
                    + [.visits(list.count, isCurrent: true)],
            rows: list.rows.map { Row($0, page.clock) },
            count: list.count >= Grant<SeeVisits>.countLimit ? "\(list.count)+" : String(list.count),
            next: list.next.map { .visits(after: $0.text) }, first: isFirst ? nil : .visits)
    }
}

extension VisitsModel.Row {
    init(_ row: VisitRow, _ clock: PageClock) {
        let used = row.usedFamilyName.flatMap { $0.isEmpty ? nil : $0 }
        let birth = CivilDate.parse(row.birthDate)
        self.init(
            path: .visit(row.id.rawValue),
            patient: VisitPatient(
                name: "\((used ?? row.birthFamilyName).uppercased()) \(row.firstGivenName)",
                birthName: used == nil ? "" : "nom de naissance \(row.birthFamilyName)",
                birthDate: birth?.french ?? row.birthDate),
            mark: row.visit.mark(at: clock.now, in: clock.rules),
            before: row.visit.before.map(French.date) ?? "", line: row.offerTitle,
            asker: [
                (row.requesterProfession == .doctor ? "Dr " : "") + row.requesterName, row.structureName,
                row.communeName,
            ].filter { !$0.isEmpty }.joined(separator: ", "),
            appointment: row.visit.appointment, trouble: row.visit.troubleWords)
    }
}

extension VisitModel {
    /// - Parameter typed: what was typed in the form that was refused.
    init(
        _ file: VisitFile, _ page: PageMaking, typed: FormFields? = nil, faulty: VisitWord? = nil,
        faults: [FieldFault] = []
    ) {
        let row = file.row
        self.init(
            row: VisitsModel.Row(row, page.clock), number: row.number.shown, since: row.visit.since,
            seenOn: row.visit.seenOn.map(French.date) ?? "",
            actions: VisitWord.allCases.filter { file.actions.contains($0.action) }.map { word in
                var form = ActionForm(word, file, page)
                if word == faulty, let typed {
                    form.isOpen = true
                    for index in form.fields.indices {
                        let name = form.fields[index].name
                        form.fields[index].value = typed.first(name) ?? form.fields[index].value
                        form.fields[index].error = faults.first { VisitField.name(of: $0.field) == name }?.message
                    }
                }
                return form
            }, request: file.mayOpen ? .request(row.id.rawValue) : nil)
    }
}

extension ActionForm {
    fileprivate init(_ word: VisitWord, _ file: VisitFile, _ page: PageMaking) {
        let visit = file.row.visit
        func act(
            _ title: String, _ kind: Kind = .secondary, _ fields: [ActionField] = [], explanation: String = "",
            submit: String? = nil
        ) -> ActionForm {
            ActionForm(
                id: word.rawValue, title: title, path: .visitAct(file.row.id.rawValue, word.rawValue),
                seal: page.seal(version: file.row.version), kind: kind, explanation: explanation, fields: fields,
                submit: submit)
        }
        func text(
            _ name: String, _ label: String, _ value: String = "", help: String = "", isRequired: Bool = true
        ) -> ActionField {
            ActionField(
                name: name, label: label, help: help, kind: .shortText, value: value, isRequired: isRequired)
        }
        switch word {
        case .book:
            let wall = visit.appointment.map { page.clock.civil($0.at) }
            self = act(
                visit.appointment == nil ? "Donner un rendez-vous" : "Déplacer le rendez-vous",
                visit.appointment == nil ? .primary : .secondary,
                [
                    text(VisitField.day, "Jour", wall?.date.french ?? "", help: "Par exemple 04/12/2026."),
                    text(
                        VisitField.time, "Heure", wall.map { "\(French.two($0.hour)):\(French.two($0.minute))" } ?? "",
                        help: "Par exemple 14:30."),
                    text(VisitField.place, "Lieu", visit.appointment?.place ?? ""),
                    text(VisitField.with, "Avec", visit.appointment?.with ?? ""),
                ], submit: visit.appointment == nil ? "Noter le rendez-vous" : "Noter le nouveau rendez-vous")
        case .seen:
            self = act(
                "Vu", visit.appointment == nil ? .secondary : .primary,
                [text(VisitField.seenOn, "Le", page.clock.today.french, isRequired: false)],
                submit: "Noter que le patient a été vu")
        case .missed: self = act("N’est pas venu")
        case .unreachable:
            self = act(
                "Injoignable", .secondary,
                [text(VisitField.tries, "Nombre d’essais", String(min(visit.tries + 1, 99)))],
                submit: "Noter l’essai")
        case .end:
            self = act(
                "N’est plus nécessaire", .danger, [text(VisitField.reason, "Motif")],
                explanation: "Le patient quitte la liste. Le demandeur lit votre motif.",
                submit: "Retirer de la liste")
        }
    }
}
