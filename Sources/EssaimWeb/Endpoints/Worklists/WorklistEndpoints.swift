import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /demandes | signed in: only lists of what is one's own |
    static let worklists: [Endpoint] = [
        Endpoint(.get, "/demandes", SignedIn.self) { grant, input in
            // A sign-in leads here.
            if grant.fact.caller.home != .worklist { return .seeOther(grant.fact.caller.home) }
            let tabs = WorklistTab.all(of: grant.fact.caller)
            let asked = input.query.first("vue").flatMap(WorklistTab.init(rawValue:))
            guard let tab = asked.flatMap({ tabs.contains($0) ? $0 : nil }) ?? tabs.first else { return nil }
            let key = input.query.first("apres").flatMap(WorklistKey.init(text:))
            let list = try await grant.worklist(tab.view, counting: tabs.map(\.view), after: key, input)
            let page = grant.page(list.surroundings)
            let model = WorklistModel(
                tabs: tabs.map { $0.model(list, isCurrent: $0 == tab) }
                    + (list.visitCount.map { [.visits($0)] } ?? []),
                rows: list.rows.map { WorklistModel.Row($0, tab, page) }, empty: tab.empty,
                next: list.next.map { .worklist(view: tab.rawValue, after: $0.text) },
                first: key == nil ? nil : .worklist(view: tab.rawValue), mayAsk: grant.fact.caller.mayAsk,
                notices: list.emergencies.map { WorklistModel.EmergencyLine($0) },
                warning: list.hindrance?.warning(page.clock), trace: list.trace?.rawValue)
            let done = input.query.first("fait").flatMap(DoneWords.notice)
            return .page(WorklistView(model, in: page.frame(current: .worklist, notice: done)))
        }
    ]
}

extension WorklistModel.EmergencyLine {
    init(_ notice: EmergencyNotice) {
        self.init(
            who: notice.who, number: notice.number.shown, at: notice.at, trail: .trail(notice.request.rawValue))
    }
}

extension WorklistKey {
    /// `1795440000000-<id>`, as the address of a following page carries it.
    var text: String { "\(sortKey.milliseconds)-\(id.rawValue)" }

    init?(text: String) {
        let parts = text.split(separator: "-", maxSplits: 1)
        guard text.utf8.count <= 80, parts.count == 2, let milliseconds = Int64(parts[0]) else { return nil }
        self.init(sortKey: Instant(milliseconds: milliseconds), id: Identifier(String(parts[1])))
    }
}
