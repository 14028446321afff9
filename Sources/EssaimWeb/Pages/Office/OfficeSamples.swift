import EssaimDomain

extension OfficeModel {
    private static let now = PageClock.sample.now
    private static let units = [
        (value: "pool:pool-north", label: "Dermatologie, Brest-Lannion"),
        (value: "ligne:lesion", label: "Lésion suspecte"),
    ]

    static let sample = OfficeModel(
        establishment: "Hôpital de la Pointe", finess: "290000017",
        filter: OfficeFilter(establishment: "s1", period: "2026-11", unit: "", state: ""), units: units,
        acts: [
            act("c1", .hours(5), "À facturer", ["ecarter": "Écarter de la facturation"]),
            act(
                "c2", .days(3), "Dans un lot", ["facture": "Marquer facturé", "rejete": "Marquer rejeté"], line: "L12-1"
            ),
            act(
                "c3", .days(9), "Rejeté\u{A0}: droits fermés", ["reprendre": "Remettre à facturer"], line: "L11-4",
                isRejected: true),
        ],
        batches: [
            Batch(path: .batch("b12"), title: "Lot 12, novembre 2026", lineCount: 1, at: now - .days(2)),
            Batch(path: .batch("b11"), title: "Lot 11, octobre 2026", lineCount: 48, at: now - .days(20)),
        ], seal: .sample)

    static let emptySample = OfficeModel(
        establishment: "Hôpital de la Pointe", finess: "",
        filter: OfficeFilter(establishment: "s1", period: "2026-10", unit: "pool:pool-north", state: "billed"),
        units: units, seal: .sample)

    static let refusedSample: OfficeModel = {
        var model = sample
        model.pasted = "L12-1\nL99-1"
        model.faults = [
            FieldFault(
                field: OfficeField.lines,
                message: "Rien n’a été marqué\u{A0}: L99-1 n’est pas une ligne en cours de cet établissement.")
        ]
        return model
    }()

    private static func act(
        _ id: String, _ ago: Duration, _ state: String, _ endings: KeyValuePairs<String, String>, line: String = "",
        isRejected: Bool = false
    ) -> Act {
        Act(
            id: id, at: now - ago, code: "TE2", amount: "23,00\u{A0}€", practitioner: "Dr Hervé Kerfictif",
            patient: "Kerconte Rozenn 12/08/1958", unit: "Dermatologie, Brest-Lannion · Lésion suspecte", state: state,
            line: line,
            endings: endings.map { .init(title: $1, word: $0, asksReason: $0 == "rejete" || $0 == "ecarter") },
            seal: .sample, isRejected: isRejected)
    }
}

extension BatchModel {
    static let sample = BatchModel(
        id: "b12", title: "Lot 12, novembre 2026", establishment: "Hôpital de la Pointe", maker: "Ronan Kerfacture",
        at: PageClock.sample.now - .days(2), unit: "", lineCount: 3,
        lines: [
            line("L12-1", "contre-passation", "L11-2", "", "Contre-passation"),
            line("L12-2", "acte", "L11-2", "23,00", "Dans un lot"),
            line("L12-3", "acte", "", "23,00", "Rejeté\u{A0}: droits fermés", isRejected: true),
        ])

    private static func line(
        _ name: String, _ kind: String, _ origin: String, _ amount: String, _ state: String, isRejected: Bool = false
    ) -> Line {
        Line(
            name: name, kind: kind, origin: origin, practitioner: "Kerfictif Hervé", patient: "Kerconte Rozenn",
            day: "20/11/2026", code: "TE2", amount: "23,00", state: state, isRejected: isRejected)
    }
}
