import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET, POST /recherche | signed in: only demands that one may see |
    static let search: [Endpoint] = [
        Endpoint(.get, "/recherche", SignedIn.self, pace: .search) { grant, input in
            var filter = SearchFilter(input.query)
            let kept = input.query.first(SearchFilter.keptName) ?? ""
            let words = kept.isEmpty ? nil : try await grant.searchWords(kept)
            filter.words = words ?? ""
            let after = input.query.first(SearchFilter.afterName).flatMap { Int64($0) }
            let rank = min(max(0, input.query.first(SearchFilter.rankName).flatMap { Int($0) } ?? 0), 999)
            let question = words == nil ? nil : filter.question(at: grant.now)
            let found = try await grant.search(question, before: after, input)
            let page = grant.page(found.surroundings)
            var model = SearchModel(
                seal: page.seal(), filter: filter, offers: found.offers.map { ($0.id.rawValue, $0.title) })
            model.hasExpired = !kept.isEmpty && words == nil
            if question != nil {
                model.rows = found.findings.rows.map { WorklistModel.Row(found: $0, by: grant.fact.caller, page) }
                model.isTooWide = found.findings.next != nil && rank + 1 >= SearchModel.mostPages
                model.first = after == nil ? nil : .search(filter.query(kept: kept))
                model.next =
                    model.isTooWide
                    ? nil
                    : found.findings.next.map {
                        .search(filter.query(kept: kept, after: String($0), rank: rank + 1))
                    }
            }
            return .page(SearchView(model, in: page.frame(current: .search)))
        },
        Endpoint(.post, "/recherche", SignedIn.self, pace: .search) { grant, input in
            var filter = SearchFilter(input.form)
            filter.words = input.form.trimmed(SearchFilter.wordsName) ?? ""
            if filter.words.unicodeScalars.count <= SearchWords.longestQuestion {
                let kept = try await grant.keepSearch(filter.words)
                return .seeOther(SitePath.search(filter.query(kept: kept)))
            }
            let found = try await grant.search(nil, before: nil, input)
            let page = grant.page(found.surroundings)
            let model = SearchModel(
                seal: page.seal(), filter: filter, offers: found.offers.map { ($0.id.rawValue, $0.title) },
                faults: [FieldFault(field: SearchFilter.wordsName, message: SearchModel.tooLong)])
            return .page(SearchView(model, in: page.frame(current: .search)), status: 422)
        },
    ]
}

extension WorklistModel.Row {
    /// A demand that was found: where it stands, and when it was sent.
    init(found row: WorklistRow, by caller: Caller, _ page: PageMaking) {
        self.init(row, caller.answers ? .answered : .ended, page)
        at = row.sortKey
    }
}
