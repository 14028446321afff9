import EssaimDomain

extension WorklistModel {
    private static let now = PageClock.sample.now

    private static func tab(_ title: String, _ view: String, _ count: Int?, current: Bool = false) -> Tab {
        Tab(title: title, path: .worklist(view: view), count: count, isCurrent: current)
    }

    /// What a dermatologist of the pool sees.
    static let sample = WorklistModel(
        tabs: [
            Tab(title: "À prendre", path: .worklist(view: "a-prendre"), count: 6, isCurrent: true, isPressing: true),
            tab("Miennes", "miennes", 3), tab("En attente", "en-attente", 2), tab("Répondues", "repondues", nil),
        ],
        rows: [
            Row(
                path: .request("r1"), deadline: .urgentSample,
                title:
                    "Lésion pigmentée du dos, change depuis six semaines\u{A0}: faut-il la retirer\u{A0}?",
                line: "Dermatologie", zone: "Brest-Lannion", patient: "F\u{A0}68\u{A0}ans", photoCount: 2,
                status: .toTake, who: "Dr Claire Morvan", at: now - .hours(4)),
            Row(
                path: .request("r2"), deadline: .lateSample,
                title: "Plaie de jambe, sept semaines, exsudat abondant", line: "Dermatologie", zone: "Lorient-Vannes",
                patient: "M\u{A0}81\u{A0}ans", photoCount: 3, status: .toTake, who: "Maëlle Tanguy, infirmière",
                at: now - .hours(50)),
            Row(
                path: .request("r3"), deadline: .prioritySample, title: "Nodule du nez, saigne au rasage",
                line: "Dermatologie", zone: "Rennes", patient: "M\u{A0}74\u{A0}ans", photoCount: 2, status: .toTake,
                who: "Dr Paul Abgrall", at: now - .hours(17)),
            Row(
                path: .request("r4"), deadline: .routineSample, title: "Éruption du tronc, trois semaines, sans fièvre",
                line: "Dermatologie", zone: "Brest-Lannion", patient: "F\u{A0}23\u{A0}ans", photoCount: 1,
                status: .toTake, who: "Dr Nolwenn Quéré", at: now - .days(1)),
            Row(
                path: .request("r5"), deadline: .pausedSample, title: "Plaque érythémateuse du coude, squames",
                line: "Dermatologie", zone: "Brest-Lannion", patient: "M\u{A0}8\u{A0}ans", status: .waiting,
                who: "Dr Claire Morvan", at: now - .days(2)),
        ],
        next: .worklist(view: "a-prendre", after: "r5"),
        warning: Availability.Hindrance.full(taken: 6, most: 6).warning(.sample), trace: "entree-0001")

    /// What a general practitioner sees: their own demands, patients named.
    static let askerSample = WorklistModel(
        tabs: [
            Tab(title: "À lire", path: .worklist(view: "a-lire"), count: 1, isPressing: true),
            tab("Envoyées", "envoyees", 2, current: true), tab("À clore", "a-clore", 4),
            tab("Brouillons", "brouillons", 1),
        ],
        rows: [
            Row(
                path: .request("r1"), deadline: .keptSample,
                title: "Lésion pigmentée du dos, change depuis six semaines", line: "Dermatologie",
                patient: "F\u{A0}68\u{A0}ans", patientName: "Yvonne Kerbrat", photoCount: 2, status: .unread,
                who: "Dr Hervé Le Goff", at: now - .days(1), unreadSince: now - .hours(30),
                tap: ActionForm(
                    id: "patient-informe-r1", title: "Lu, patient informé", path: .act("r1", "patient-informe"),
                    seal: .sample)),
            Row(
                path: .draft("r7"), deadline: DeadlineModel(urgency: .routine, clock: .none), title: "",
                line: "Dermatologie", patientName: "Jean Essai", status: StatusModel(state: .draft),
                at: now - .minutes(12)),
        ],
        mayAsk: true,
        notices: [
            EmergencyLine(who: "Anne Riou", number: "7K3M-QX2P", at: now - .hours(2), trail: .trail("r1"))
        ], trace: "entree-0002")

    static let emptySample = WorklistModel(tabs: sample.tabs, rows: [])
}
