import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /regulation | triage: regulators, coordinators |
    /// | POST /regulation | triage, then the transition table for each demand that was ticked |
    static let triage: [Endpoint] = [
        Endpoint(.get, "/regulation", Triages.self) { grant, input in
            let done = input.query.first("fait").flatMap(DoneWords.notice)
            return try await grant.shown(input, notice: done)
        },
        Endpoint(.post, "/regulation", Triages.self) { grant, input in try await grant.act(input) },
    ]
}

extension Grant where P == Triages {
    fileprivate func shown(
        _ input: Input, notice: Notice? = nil, fault: String = "", status: Int = 200
    ) async throws -> Reply {
        let tab = input.query.first("vue").flatMap(TriageTab.init(rawValue:)) ?? .toTriage
        let key = input.query.first("apres").flatMap(WorklistKey.init(text:))
        let board = try await board(tab.view, counting: TriageTab.allCases.map(\.view), after: key, input)
        let page = page(board.surroundings)
        let letters = board.letters
        let model = TriageModel(
            tabs: TriageTab.allCases.map { $0.model(board, isCurrent: $0 == tab) },
            rows: board.lines.map { TriageModel.Row($0, tab, group: $0.group.flatMap { letters[$0] } ?? "", page) },
            empty: tab.empty, seal: page.seal(),
            next: board.next.map { .triage(view: tab.rawValue, after: $0.text) },
            first: key == nil ? nil : .triage(view: tab.rawValue),
            acts: tab == .toTriage || tab == .late ? TriageAct.allCases : [], fault: fault,
            trace: board.trace?.rawValue)
        return .page(TriageView(model, in: page.frame(current: .triage(), notice: notice)), status: status)
    }

    fileprivate func act(_ input: Input) async throws -> Reply? {
        guard let act = input.form.first(TriageModel.actName).flatMap(TriageAct.init(rawValue:)) else { return nil }
        let marks = input.form.all(TriageModel.markName).compactMap(RequestMark.init(text:))
        guard !marks.isEmpty else {
            return try await shown(input, fault: "Cochez d’abord une ou plusieurs demandes.", status: 422)
        }
        guard marks.count <= RequestDesk.mostTogether else {
            return try await shown(input, fault: "Cinquante demandes au plus à la fois.", status: 422)
        }
        let command: Command =
            switch act {
            case .passOn: .passOn
            // The key of the form, so that a second click puts nothing elsewhere.
            case .group: .group(Identifier(input.seal.key))
            case .ungroup: .ungroup
            }
        switch try await perform(command, onAll: marks, input.seal) {
        case .success: return .seeOther(SitePath.triage().done("regulation-" + act.rawValue))
        case .failure(.notFound): return nil
        case .failure(.faults(let faults)):
            return try await shown(input, fault: faults.first?.message ?? "", status: 422)
        case .failure:
            let fault = "Une des demandes a changé\u{A0}: rien n’a été fait. Relisez la liste, puis recommencez."
            return try await shown(input, fault: fault, status: 409)
        }
    }
}

extension RequestMark {
    /// `<id> 3`, as a ticked box carries it.
    var text: String { "\(id.rawValue) \(version)" }

    init?(text: String) {
        let parts = text.split(separator: " ")
        guard text.utf8.count <= 80, parts.count == 2, let version = Int(parts[1]) else { return nil }
        self.init(Identifier(String(parts[0])), version: version)
    }
}

extension TriagePage {
    /// A letter for each group of the page, in the order of the lines.
    fileprivate var letters: [Identifier<DemandGroup>: String] {
        lines.compactMap(\.group).reduce(into: [:]) { letters, group in
            guard letters[group] == nil else { return }
            letters[group] =
                letters.count < 26
                ? String(UnicodeScalar(UInt8(ascii: "A") + UInt8(letters.count))) : String(letters.count + 1)
        }
    }
}

extension TriageModel.Row {
    init(_ line: TriageLine, _ tab: TriageTab, group: String, _ page: PageMaking) {
        let row = line.row
        var shown = WorklistModel.Row(row, .network, page)
        if tab == .toTriage || tab == .late, line.claimant == nil {
            shown.tap = ActionForm(
                id: "\(RequestWord.claimTriage.rawValue)-\(row.number.rawValue)", title: "Trier",
                path: .act(row.id.rawValue, RequestWord.claimTriage.rawValue), seal: page.seal(version: row.version))
        }
        self.init(
            mark: RequestMark(row.id, version: row.version).text, line: shown,
            signs: TriageModel.Sign.all(of: line.completeness),
            claim: line.isMine ? "Vous la regardez" : line.claimant.map { "\($0) la regarde" } ?? "", group: group)
    }
}

extension TriageModel.Sign {
    fileprivate static func all(of completeness: TriageLine.Completeness) -> [Self] {
        let photographs =
            switch completeness.photographs {
            case .none: Self(words: "pas de photo", isThere: false)
            case .impossible: Self(words: "photo impossible", isThere: false)
            case .joined(let count): Self(words: French.count(count, "photo", "photos"), isThere: true)
            }
        let missing = completeness.missing
        return [
            photographs,
            missing == 0
                ? Self(words: "formulaire complet", isThere: true)
                : Self(words: French.count(missing, "réponse manque", "réponses manquent"), isThere: false),
            Self(
                words: completeness.isConsented ? "accord du patient" : "accord non noté",
                isThere: completeness.isConsented),
        ]
    }
}
