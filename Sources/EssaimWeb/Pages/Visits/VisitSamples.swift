import EssaimDomain

extension VisitsModel {
    private static let now = PageClock.sample.now

    private static func row(
        _ id: String, _ name: String, _ mark: Visit.Mark, _ before: String, appointment: Visit.Appointment? = nil,
        trouble: String = ""
    ) -> Row {
        Row(
            path: .visit(id),
            patient: VisitPatient(name: name, birthName: "née Fictive-Le Roux", birthDate: "12/08/1958"),
            mark: mark, before: before, line: "Dermatologie", asker: "Dr Claire Morvan, Cabinet du Port, Lannion",
            appointment: appointment, trouble: trouble)
    }

    private static let appointment = Visit.Appointment(
        at: now + .days(3), place: "Consultation de dermatologie, Lannion", with: "Dr Hervé Le Goff")

    static let sample = VisitsModel(
        tabs: [WorklistModel.Tab(title: "À prendre", path: .worklist(view: "a-prendre"), count: 6)],
        rows: [
            row("r1", "KERBRAT Yvonne", .late, "20 novembre 2026", trouble: "injoignable, 2\u{A0}essais"),
            row("r2", "ESSAI Jean", .halfway, "27 novembre 2026"),
            row("r3", "INVENTÉE Maëlle", .booked, "4 décembre 2026", appointment: appointment),
            row("r4", "FICTIF Malo", .toConfirm, "4 décembre 2026", appointment: appointment),
            row("r5", "EXEMPLE Nolwenn", .toBook, ""),
        ], count: "5")
    static let emptySample = VisitsModel(rows: [], count: "0")
    static let bookedRow = row("r3", "INVENTÉE Maëlle", .booked, "4 décembre 2026", appointment: appointment)
    static let toBookRow = row("r2", "ESSAI Jean", .halfway, "27 novembre 2026")
}

extension VisitModel {
    private static let book = ActionForm(
        id: "rendez-vous", title: "Donner un rendez-vous", path: .visit("r2"), seal: .sample, kind: .primary,
        fields: [
            ActionField(name: "jour", label: "Jour", kind: .shortText, isRequired: true),
            ActionField(name: "heure", label: "Heure", kind: .shortText, isRequired: true),
            ActionField(name: "lieu", label: "Lieu", kind: .shortText, isRequired: true),
            ActionField(name: "avec", label: "Avec", kind: .shortText, isRequired: true),
        ], isOpen: true)

    static let sample = VisitModel(
        row: VisitsModel.toBookRow, number: "7K3M-QX2P", since: PageClock.sample.now - .days(4), actions: [book],
        request: .request("r2"))
    static let bookedSample = VisitModel(
        row: VisitsModel.bookedRow, number: "7K3M-QX2P", since: PageClock.sample.now - .days(1), actions: [])
    static let conflictSample: VisitModel = {
        var model = sample
        model.row = VisitsModel.bookedRow
        model.isConflict = true
        return model
    }()
}
