import EssaimDomain
import EssaimGate

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET, POST /phrases | answers: an expert’s own |
    /// | POST /phrases/{phrase} · /retirer | answers: an expert’s own |
    static let phrases: [Endpoint] = [
        Endpoint(.get, "/phrases", Answers.self) { grant, input in
            let notice = input.query.first("fait").flatMap(DoneWords.notice)
            let after = String((input.query.first("apres") ?? "").prefix(Phrase.longestShortcut))
            let (model, page) = try await grant.page(after: after)
            return .page(PhrasesView(model, in: page.frame(current: .phrases, notice: notice)))
        },
        Endpoint(.post, "/phrases", Answers.self) { grant, input in
            try await grant.keep(nil, input)
        },
        Endpoint(.post, "/phrases/{phrase}", Answers.self) { grant, input in
            try await grant.keep(Identifier(input.parameter("phrase")), input)
        },
        Endpoint(.post, "/phrases/{phrase}/retirer", Answers.self) { grant, input in
            guard try await grant.removePhrase(Identifier(input.parameter("phrase")), input) else { return nil }
            return .seeOther(SitePath.phrases.done("phrase-retiree"))
        },
    ]
}

extension Grant where P == Answers {
    fileprivate func page(after shortcut: String) async throws -> (PhrasesModel, PageMaking) {
        let kept = try await phrases(after: shortcut)
        let page = page(kept.surroundings)
        let own = Set(kept.phrases.map(\.content.shortcut))
        let isFirst = shortcut.isEmpty
        return (
            PhrasesModel(
                seal: page.seal(), items: kept.phrases.map(PhrasesModel.Item.init), count: kept.count,
                house: isFirst ? HousePhrases.all.filter { !own.contains($0.shortcut) } : [],
                first: isFirst ? nil : .phrases, next: kept.next.map { .phrases(after: $0) }),
            page
        )
    }

    /// Added or changed; or the same page, with what was typed and what is wrong with it.
    fileprivate func keep(_ id: Identifier<Phrase>?, _ input: Input) async throws -> Reply? {
        var typed = PhrasesModel.Item(
            id: id?.rawValue ?? "", shortcut: input.form.typed(PhrasesModel.shortcutName),
            title: input.form.typed(PhrasesModel.titleName), text: input.form.typed(PhrasesModel.textName))
        let result = try await keep(id, shortcut: typed.shortcut, title: typed.title, text: typed.text, input)
        switch result {
        case nil: return nil
        case .success: return .seeOther(SitePath.phrases.done("phrase-gardee"))
        case .failure(let refusal):
            if case .faults(let faults) = refusal { typed.faults = faults }
            var (model, page) = try await page(after: "")
            if let id {
                // It may stand on a later page: what was typed comes first.
                model.items = [typed] + model.items.filter { $0.id != id.rawValue }
            } else {
                model.new = typed
            }
            return .page(PhrasesView(model, in: page.frame(current: .phrases)), status: 422)
        }
    }
}
