import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /demandes/{id}/acces | see trail: the circle of a sent demand |
    static let trail: [Endpoint] = [
        Endpoint(.get, "/demandes/{id}/acces", SeeTrail.self) { grant, input in
            let key = input.query.first("avant").flatMap(HistoryKey.init(text:))
            let trail = try await grant.trail(before: key, input)
            let page = grant.page(
                isDemonstration: trail.isDemonstration, offsets: trail.offsets, network: trail.network.name)
            return .page(TrailView(TrailModel(trail, isFirst: key == nil, page.clock), in: page.frame()))
        }
    ]
}

extension TrailModel {
    init(_ trail: AccessTrail, isFirst: Bool, _ clock: PageClock) {
        let id = trail.request.id.rawValue
        self.init(
            number: trail.request.number.shown,
            patient: trail.patient.map { PatientBannerModel($0.traits, $0.ins, clock) } ?? .unknown,
            structure: "\(trail.structure.name), \(trail.structure.communeName)", request: .request(id),
            emergencies: trail.emergencies.map { access in
                let person = trail.people[access.person]
                return Emergency(
                    who: person?.shownName ?? "", profession: person?.professionWords ?? "", at: access.at,
                    until: access.endsAt, reason: access.reason)
            },
            lines: trail.entries.map { Line($0, trail.people, sealedSize: trail.sealedSize) },
            next: trail.next.map { .trail(id, before: $0.text) }, first: isFirst ? nil : .trail(id))
    }
}

extension TrailModel.Line {
    init(_ entry: HistoryEntry, _ people: [Identifier<Person>: Person], sealedSize: Int) {
        let reading = entry.reading
        let person = entry.person.flatMap { people[$0] }
        self.init(
            at: entry.at, who: person?.shownName ?? "Essaim", profession: person?.professionWords ?? "",
            role: entry.roleWords(reading), what: entry.words(reading), place: reading.place ?? "",
            seal: SealModel(entry, sealedSize: sealedSize), isRefused: entry.outcome == "refused")
    }
}

extension SealModel {
    /// Numbered is not enough: the number stands under a signature.
    init(_ entry: HistoryEntry, sealedSize: Int) {
        self.init(number: entry.leaf.flatMap { $0 < sealedSize ? $0 : nil })
    }
}

extension HistoryKey {
    /// `1795440000000-<id>`, as the address of the following page carries it.
    var text: String { "\(at.milliseconds)-\(id.rawValue)" }

    init?(text: String) {
        let parts = text.split(separator: "-", maxSplits: 1)
        guard text.utf8.count <= 80, parts.count == 2, let milliseconds = Int64(parts[0]) else { return nil }
        self.init(at: Instant(milliseconds: milliseconds), id: Identifier(String(parts[1])))
    }
}
