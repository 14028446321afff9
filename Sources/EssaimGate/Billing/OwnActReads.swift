import EssaimDomain
import EssaimWorkflow

/// Which of one's own acts.
public enum OwnActsList: Sendable, Equatable {
    case open(after: ActKey?)
    case marked(before: ActKey?)
    case day(CivilDate)
}

/// A page of one's own acts, with what is known towards the quotas.
public struct OwnActsPage: Sendable {
    public let acts: [OwnAct]
    public let next: ActKey?
    public let quotas: QuotaNotes
    /// Demands that the reader's side put into its own record, as who asked and as who answered.
    let filed: [Act: Set<Identifier<AdviceRequest>>]
    public let surroundings: Surroundings

    /// The demand of that act stands in the reader's own record.
    public func isFiled(_ act: OwnAct) -> Bool { filed[act.act]?.contains(act.request) == true }
}

extension Grant where P == SeeOwnActs {
    public static var actsPageSize: Int { 20 }
    /// Acts of one day's list.
    public static var dayLimit: Int { 200 }

    /// One entry for each opening, with how many patients it showed and a commitment to which. It does not count towards
    /// the limit of patients read: decision 0035.
    public func acts(_ view: OwnActsList, _ input: Input) async throws -> OwnActsPage {
        let (person, house) = (fact.caller.person, house)
        let page = try await house.store.read { store in
            let surroundings = try Surroundings(store, isLoopback: house.isLoopback)
            let local = surroundings.local
            let found = try view.acts(of: person.id, local, store, limit: Self.actsPageSize + 1, Self.dayLimit)
            let isDay = if case .day = view { true } else { false }
            let acts = isDay ? found : Array(found.prefix(Self.actsPageSize))
            return OwnActsPage(
                acts: acts, next: found.count > acts.count ? acts.last.map(view.key) : nil,
                quotas: try house.requests.quotas(
                    of: person, for: Set(acts.map(\.patient.id)), in: local, store),
                filed: try Self.filed(acts, store), surroundings: surroundings)
        }
        let entry = house.recorder.entry(
            "billing.acts", at: now, by: person, from: input.client,
            content: page.acts.map(\.standing.id.rawValue).joined(separator: " "),
            detail: ["list": view.name, "lines": String(page.acts.count)])
        try await house.store.write { try $0.append(entry) }
        return page
    }

    private static func filed(
        _ acts: [OwnAct], _ store: any StoreReader
    ) throws -> [Act: Set<Identifier<AdviceRequest>>] {
        func requests(_ act: Act) -> Set<Identifier<AdviceRequest>> {
            Set(acts.filter { $0.act == act }.map(\.request))
        }
        return [
            .rqd: try store.filed(.asking, among: requests(.rqd)),
            .te2: try store.filed(.answering, among: requests(.te2)),
        ]
    }
}

extension OwnActsList {
    fileprivate var name: String {
        switch self {
        case .open: "open"
        case .marked: "marked"
        case .day: "day"
        }
    }

    fileprivate func key(_ act: OwnAct) -> ActKey {
        if case .marked = self { return ActKey(at: act.stateAt ?? act.performedAt, id: act.standing.id) }
        return ActKey(at: act.performedAt, id: act.standing.id)
    }

    fileprivate func acts(
        of person: Identifier<Person>, _ local: LocalTime, _ store: any StoreReader, limit: Int, _ dayLimit: Int
    ) throws -> [OwnAct] {
        switch self {
        case .open(let key): try store.openActs(of: person, after: key, limit: limit)
        case .marked(let key): try store.markedActs(of: person, before: key, limit: limit)
        case .day(let day):
            try store.acts(
                of: person, from: local.midnight(startOf: day), until: local.midnight(startOf: day.adding(days: 1)),
                limit: dayLimit)
        }
    }
}
