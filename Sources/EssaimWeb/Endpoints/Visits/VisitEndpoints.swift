import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /a-voir | see visits: experts, secretaries |
    /// | GET /a-voir/{id} | book visit: who answered the demand, the network's secretaries |
    /// | POST /a-voir/{id}/<act> | book visit, then the transition table |
    static let visits: [Endpoint] =
        [
            Endpoint(.get, "/a-voir", SeeVisits.self) { grant, input in
                let key = input.query.first("apres").flatMap(VisitKey.init(text:))
                let list = try await grant.visits(after: key, input)
                let page = grant.page(list.surroundings)
                let model = VisitsModel(list, isFirst: key == nil, grant.fact.caller, page)
                let done = input.query.first("fait").flatMap(DoneWords.notice)
                return .page(VisitsView(model, in: page.frame(current: .visits, notice: done)))
            },
            Endpoint(.get, "/a-voir/{id}", BookVisit.self) { grant, input in
                guard let file = try await grant.open(input) else { return nil }
                let page = grant.page(file.surroundings)
                let done = input.query.first("fait").flatMap(DoneWords.notice)
                return .page(VisitView(VisitModel(file, page), in: page.frame(current: .visits, notice: done)))
            },
        ]
        + VisitWord.allCases.map { word in
            Endpoint(.post, "/a-voir/{id}/\(word.rawValue)", BookVisit.self) { grant, input in
                try await grant.act(word, input)
            }
        }
}

extension Grant where P == BookVisit {
    fileprivate func act(_ word: VisitWord, _ input: Input) async throws -> Reply? {
        let path = SitePath.visit(fact.row.id.rawValue)
        switch try await perform(word.command(input.form), input.seal) {
        case .success: return .seeOther((word.endsVisit ? .visits : path).done(word.done))
        case .failure(.notFound): return nil
        case .failure(let refusal):
            guard let file = try await current() else { return nil }
            let page = page(file.surroundings)
            switch refusal {
            case .faults(let faults):
                let model = VisitModel(file, page, typed: input.form, faulty: word, faults: faults)
                return .page(VisitView(model, in: page.frame(current: .visits)), status: 422)
            case .stale, .keyReused:
                var model = VisitModel(file, page, typed: input.form, faulty: word)
                model.isConflict = true
                return .page(VisitView(model, in: page.frame(current: .visits)), status: 409)
            default:
                return .page(FaultView(FaultModel(refusal, back: path), in: page.frame()), status: 409)
            }
        }
    }
}

extension VisitKey {
    /// `2026-12-04-<id>`, as the address of a following page carries it.
    var text: String { "\(day)-\(id.rawValue)" }

    init?(text: String) {
        let day = String(text.prefix(10))
        guard text.utf8.count <= 80, CivilDate(day) != nil, text.dropFirst(10).first == "-" else { return nil }
        self.init(day: day, id: Identifier(String(text.dropFirst(11))))
    }
}
