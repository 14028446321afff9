import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /a-coter | see own acts: a professional whose profession bills; their own acts only |
    /// | POST /a-coter/{act}/coter · ecarter · annuler · nir | see own acts |
    static let ownActs: [Endpoint] = [
        Endpoint(.get, "/a-coter", SeeOwnActs.self) { grant, input in
            try await grant.page(input)
        },
        Endpoint(.post, "/a-coter/{act}/coter", SeeOwnActs.self) { grant, input in
            try await grant.mark(.bill, "coter", input)
        },
        Endpoint(.post, "/a-coter/{act}/ecarter", SeeOwnActs.self) { grant, input in
            try await grant.mark(.waive, "ne-pas-coter", input)
        },
        Endpoint(.post, "/a-coter/{act}/annuler", SeeOwnActs.self) { grant, input in
            try await grant.mark(.reopen, "a-coter", input)
        },
        Endpoint(.post, "/a-coter/{act}/nir", SeeOwnActs.self) { grant, input in
            let act = Identifier<RecordedAct>(input.parameter("act"))
            let typed = String((input.form.trimmed(OwnActField.number) ?? "").prefix(100))
            switch try await grant.giveClaimNumber(typed, for: act, input.seal) {
            case .success: return .seeOther(SitePath.ownActs.done("nir"))
            case .failure(.faults(let faults)):
                return try await grant.page(input, status: 422) { card in
                    guard card.id == act.rawValue else { return }
                    card.asksNumber = true
                    card.typedNumber = typed
                    card.numberFault = faults.message(for: OwnActField.number)
                }
            case .failure(let refusal): return grant.refused(refusal)
            }
        },
    ]
}

extension Grant where P == SeeOwnActs {
    fileprivate func mark(_ move: ActMove, _ done: String, _ input: Input) async throws -> Reply? {
        let act = Identifier<RecordedAct>(input.parameter("act"))
        let reason = String((input.form.trimmed(OwnActField.reason) ?? "").prefix(1_000))
        switch try await self.move(act, move, reason: reason, input.seal) {
        case .success:
            let path = move == .reopen ? SitePath.ownActs([(OwnActField.view, "cotes")]) : SitePath.ownActs
            return .seeOther(path.done(done))
        case .failure(.faults(let faults)):
            return try await page(input, status: 422) { card in
                guard card.id == act.rawValue else { return }
                card.typedReason = reason
                card.reasonFault = faults.message(for: OwnActField.reason)
            }
        case .failure(let refusal): return refused(refusal)
        }
    }

    /// The page asked for; `change` puts what was refused back into its card.
    fileprivate func page(
        _ input: Input, status: Int = 200, _ change: (inout OwnActsModel.Card) -> Void = { _ in }
    ) async throws -> Reply {
        let asked = input.query.first(OwnActField.view).flatMap(OwnActsModel.Tab.init(rawValue:)) ?? .open
        let key = input.query.first(OwnActField.after).flatMap(ActKey.init(text:))
        let today = PageClock(now: now, rules: .centralEuropean).today
        let typed = String((input.query.trimmed(OwnActField.day) ?? today.french).prefix(40))
        let day = CivilDate.parse(typed)
        let view: OwnActsList =
            switch asked {
            case .open: .open(after: key)
            case .marked: .marked(before: key)
            case .day: .day(day ?? today)
            }
        let acts = try await self.acts(view, input)
        let page = self.page(acts.surroundings)
        var model = OwnActsModel(acts, asked, isFirst: key == nil, page)
        model.day = typed
        if asked == .day, day == nil { model.dayFault = "Ce jour n’existe pas. Écrivez-le comme 23/11/2026." }
        for index in model.cards.indices { change(&model.cards[index]) }
        let done = input.query.first("fait").flatMap(DoneWords.notice)
        return .page(OwnActsView(model, in: page.frame(current: .ownActs, notice: done)), status: status)
    }

    fileprivate func refused(_ refusal: ActRefusal) -> Reply? {
        refusal.page(page(), back: PageFrame.Link(title: "Rouvrir mes actes", path: .ownActs))
    }
}

extension ActRefusal {
    /// Nil for what does not exist for who asks.
    func page(_ page: PageMaking, back: PageFrame.Link) -> Reply? {
        if self == .notFound { return nil }
        let model = FaultModel(
            title: "Cet acte a changé entre-temps",
            why: "Il a été marqué ailleurs (par vous dans un autre onglet, ou par un collègue) depuis que cette page "
                + "est ouverte. Rien n’a été enregistré.",
            whatToDo: "Rouvrez la page\u{A0}: elle montre où l’acte en est.", link: back)
        return .page(FaultView(model, in: page.frame()), status: 409)
    }
}

extension ActKey {
    /// `1795440000000-<id>`, as the address of the following page carries it.
    var text: String { "\(at.milliseconds)-\(id.rawValue)" }

    init?(text: String) {
        let parts = text.split(separator: "-", maxSplits: 1)
        guard text.utf8.count <= 80, parts.count == 2, let milliseconds = Int64(parts[0]) else { return nil }
        self.init(at: Instant(milliseconds: milliseconds), id: Identifier(String(parts[1])))
    }
}
