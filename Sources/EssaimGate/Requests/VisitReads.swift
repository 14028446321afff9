import EssaimDomain
import EssaimWorkflow

/// A page of patients to be seen.
public struct VisitPage: Sendable {
    public let rows: [VisitRow]
    public let next: VisitKey?
    public let count: Int
    public let surroundings: Surroundings
}

extension Grant where P == SeeVisits {
    public static var pageSize: Int { 50 }
    /// Counts stop there, and pages say « 100+ ».
    public static var countLimit: Int { 100 }
    /// What the entry of an opening calls this list.
    public static var listName: String { "toSee" }

    /// Opens the list: names stand in it, so it leaves an entry with how many lines, and a commitment to which.
    public func visits(after key: VisitKey?, _ input: Input) async throws -> VisitPage {
        let (reader, isLoopback) = (fact.caller.person.id, house.isLoopback)
        let network = fact.caller.networks(as: .secretary).first ?? fact.caller.pools.first?.network
        let page = try await house.store.read { store in
            let rows = try store.visits(of: reader, after: key, limit: Self.pageSize + 1)
            let shown = Array(rows.prefix(Self.pageSize))
            return VisitPage(
                rows: shown, next: rows.count > shown.count ? shown.last?.key : nil,
                count: try store.visitCount(of: reader, upTo: Self.countLimit),
                surroundings: try Surroundings(store, of: network, isLoopback: isLoopback))
        }
        let entry = house.recorder.entry(
            "worklist.view", at: now, by: fact.caller.person, from: input.client,
            content: page.rows.map(\.id.rawValue).joined(separator: " "),
            detail: [
                "list": Self.listName, "after": key?.id.rawValue ?? "", "lines": String(page.rows.count),
            ])
        try await house.store.write { try $0.append(entry) }
        return page
    }
}

/// One patient to be seen, as its page shows it.
public struct VisitFile: Sendable {
    public let row: VisitRow
    public let actions: Set<Action>
    public let surroundings: Surroundings
    /// The reader may also open the demand itself.
    public let mayOpen: Bool
}

extension Grant where P == BookVisit {
    /// Opens it: an entry of the demand's trail says that its appointment was looked at.
    public func open(_ input: Input) async throws -> VisitFile? {
        let on = OnRequest(
            caller: fact.caller, session: fact.session, request: fact.request, actions: fact.actions,
            isEmergency: false)
        try await house.recordRead(of: on, from: input, what: "visit")
        return try await current()
    }

    /// As it stands now: an act that came too late shows what the other one did.
    public func current() async throws -> VisitFile? {
        let (id, caller, now, isLoopback) = (fact.request.id, fact.caller, now, house.isLoopback)
        return try await house.store.read { store in
            guard let row = try store.visit(id, of: caller.person.id),
                let request = try store.request(id, bookableBy: caller.person.id)
            else { return nil }
            return VisitFile(
                row: row,
                actions: RequestDesk.actions(on: request, for: caller, at: now).intersection(Action.ofVisits),
                surroundings: try Surroundings(store, of: request.network, isLoopback: isLoopback),
                mayOpen: try store.request(id, visibleTo: caller.person.id) != nil)
        }
    }

    public func perform(_ command: Command, _ seal: CommandSeal) async throws -> Result<RequestDesk.Receipt, Refusal> {
        try await house.requests.perform(
            command, on: fact.request.id, at: seal.version, key: seal.key, by: fact.caller.person.id, from: seal.place)
    }
}
