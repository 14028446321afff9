import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension JournalModel {
    init(_ journal: JournalPage, _ filter: JournalFilter, isFirst: Bool, _ page: PageMaking) {
        self.init(
            seal: Seal(journal.seal), alarms: journal.alarms.map { Alarm($0, journal, page) }, filter: filter,
            lines: journal.entries.map { Line($0, journal) },
            next: journal.next.map { .journal(filter.query + [(JournalFilter.keyName, $0.text)]) },
            first: isFirst ? nil : .journal(filter.query))
    }
}

extension JournalModel.Seal {
    init(_ seal: JournalSeal) {
        self.init(
            size: seal.size, signedSize: seal.signedSize,
            keys: seal.keys.sorted { $0.position < $1.position }.map(\.verifier),
            holders: seal.holdings.map {
                Holder(name: $0.holder, size: $0.size, at: $0.at, disagreement: $0.answer)
            })
    }
}

extension JournalModel.Alarm {
    init(_ alarm: Alarm, _ journal: JournalPage, _ page: PageMaking) {
        let canBeLifted = alarm.kind == .manyPatients && alarm.liftedAt == nil
        self.init(
            at: alarm.at, kind: alarm.kind.word, detail: alarm.detail.frenchSpaced,
            who: alarm.person.flatMap { journal.people[$0] }?.shownName ?? "",
            number: alarm.request.flatMap { journal.numbers[$0] }?.shown ?? "",
            lifting: canBeLifted ? Lifting(path: .liftAlarm(alarm.id.rawValue), seal: page.seal()) : nil,
            liftedAt: alarm.liftedAt)
    }
}

extension Alarm.Kind {
    var word: String {
        switch self {
        case .manyPatients: "Lectures arrêtées"
        case .emergency: "Accès d’urgence"
        case .journal: "Journal contesté"
        case .confidentiality: "Confidentialité"
        }
    }
}

extension JournalModel.Line {
    init(_ entry: HistoryEntry, _ journal: JournalPage) {
        let reading = entry.reading
        let number = entry.request.flatMap { journal.numbers[$0] } ?? reading.number
        self.init(
            at: entry.at, who: entry.person.flatMap { journal.people[$0] }?.shownName ?? "Essaim",
            nationalId: reading.nationalId ?? "", role: entry.roleWords(reading), what: entry.words(reading),
            number: number?.shown ?? "", place: reading.place ?? "",
            seal: SealModel(entry, sealedSize: journal.seal.signedSize), isRefused: entry.outcome == "refused")
    }
}
