import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /journal · /journal/export | keep journal: security referents, of their networks |
    /// | POST /journal/alarmes/{alarm}/lever | keep journal |
    static let journal: [Endpoint] = [
        Endpoint(.get, "/journal", KeepJournal.self) { grant, input in
            let filter = JournalFilter(input.query)
            let key = input.query.first(JournalFilter.keyName).flatMap(HistoryKey.init(text:))
            let journal = try await grant.journal(filter.question, before: key, input)
            let page = grant.page(
                isDemonstration: journal.isDemonstration, offsets: journal.offsets,
                network: French.list(journal.networks.map(\.name)))
            let model = JournalModel(journal, filter, isFirst: key == nil, page)
            let done = input.query.first("fait").flatMap(DoneWords.notice)
            return .page(JournalView(model, in: page.frame(current: .journal, notice: done)))
        },
        Endpoint(.get, "/journal/export", KeepJournal.self, needsProof: true, pace: .export) { grant, input in
            let export = try await grant.export(JournalFilter(input.query).question, input)
            let clock = PageClock(now: grant.now, rules: export.offsets)
            return Reply(
                contentType: "text/csv; charset=utf-8", body: JournalExport(export.entries, export.people, clock).bytes,
                fileName: "journal-\(clock.today).csv", isInline: false)
        },
        Endpoint(.post, "/journal/alarmes/{alarm}/lever", KeepJournal.self) { grant, input in
            guard try await grant.lift(Identifier(input.parameter("alarm")), input) else { return nil }
            return .seeOther(SitePath.journal.done("lever"))
        },
    ]
}
