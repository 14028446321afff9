import EssaimDomain

extension JournalModel {
    private static let now = PageClock.sample.now

    static let sample: JournalModel = {
        var filter = JournalFilter()
        filter.who = "herve.legoff"
        filter.family = .requests
        return JournalModel(
            seal: Seal(
                size: 12_480, signedSize: 12_468,
                keys: ["essaim.example/2025+1f0b7c2a+AYz0", "essaim.example+9a27c3d1+AVpYBm3kq1Yc8yq0m5b2l4o6fHn3"],
                holders: [
                    .init(name: "journal.oncobreizh.example", size: 12_468, at: now - .minutes(3)),
                    .init(
                        name: "essaim.chu.example", size: 11_902, at: now - .days(2),
                        disagreement: "ne prolonge pas ce qu’il détient"),
                ]),
            alarms: [
                Alarm(
                    at: now - .minutes(20), kind: "Lectures arrêtées",
                    detail: "80 patients différents ouverts en 1 h\u{A0}: lectures arrêtées", who: "Dr Hervé Le Goff",
                    lifting: .init(path: .liftAlarm("a1"), seal: .sample)),
                Alarm(
                    at: now - .hours(2), kind: "Accès d’urgence",
                    detail: "Accès d’urgence, pour une heure, en lecture", who: "Dr Anne Riou", number: "7K3M-QX2P"),
                Alarm(
                    at: now - .days(3), kind: "Lectures arrêtées",
                    detail: "40 patients différents ouverts en 1 h\u{A0}: lectures arrêtées", who: "Dr Claire Morvan",
                    liftedAt: now - .days(3) + .minutes(9)),
            ], filter: filter,
            lines: [
                Line(
                    at: now - .seconds(20), who: "Dr Hervé Le Goff", nationalId: "810001234567",
                    role: "expert en charge",
                    what: "a lu la demande", number: "7K3M-QX2P", place: "198.51.100.7", seal: SealModel()),
                Line(
                    at: now - .minutes(20), who: "Dr Hervé Le Goff", nationalId: "810001234567",
                    what: "accès refusé\u{A0}: trop de dossiers ouverts en peu de temps", number: "0B7H-23KM",
                    place: "198.51.100.7", seal: SealModel(number: 12_460), isRefused: true),
                Line(
                    at: now - .hours(3), who: "Dr Hervé Le Goff", nationalId: "810001234567",
                    role: "expert de l’équipe",
                    what: "a ouvert la liste «\u{A0}À prendre\u{A0}», 6\u{A0}lignes", place: "198.51.100.7",
                    seal: SealModel(number: 12_402)),
            ], next: .journal(filter.query + [("avant", "1795440000000-e1")]), first: .journal(filter.query))
    }()

    static let emptySample: JournalModel = {
        var filter = JournalFilter()
        filter.number = "7K3M-QX2Z"
        filter.from = "31/02/2026"
        return JournalModel(
            seal: Seal(size: 0, signedSize: 0), alarms: [], filter: filter, lines: [])
    }()
}
