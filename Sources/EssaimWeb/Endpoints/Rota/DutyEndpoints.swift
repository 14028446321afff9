import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /gardes | answers: an expert’s own |
    /// | POST /gardes/echanges · /{echange}/accepter · decliner · retirer | answers: of whom the exchange names |
    /// | POST /gardes/agenda · /gardes/agenda/arreter | answers: an expert’s own |
    /// | GET /agenda/{secret} | anyone who has the secret |
    static let duties: [Endpoint] = [
        Endpoint(.get, "/gardes", Answers.self) { grant, input in
            let (model, page) = try await grant.dutiesPage()
            let notice = input.query.first("fait").flatMap(DoneWords.notice)
            return .page(DutiesView(model, in: page.frame(current: .duties, notice: notice)))
        },
        Endpoint(.post, "/gardes/echanges", Answers.self) { grant, input in
            var (model, page) = try await grant.dutiesPage()
            model.given = String(input.form.typed(DutiesModel.givenName).prefix(400))
            model.asked = String(input.form.typed(DutiesModel.askedName).prefix(200))
            model.taken = String(input.form.typed(DutiesModel.takenName).prefix(400))
            guard let given = TurnValue(model.given) else {
                model.faults = [FieldFault(field: DutiesModel.givenName, message: "Choisissez un de vos tours.")]
                return .page(DutiesView(model, in: page.frame(current: .duties)), status: 422)
            }
            if model.asked.isEmpty {
                model.faults = [FieldFault(field: DutiesModel.askedName, message: "Choisissez à qui le proposer.")]
                return .page(DutiesView(model, in: page.frame(current: .duties)), status: 422)
            }
            let result = try await grant.propose(
                given.seen, to: Identifier(model.asked), for: TurnValue(model.taken)?.seen, in: given.network, input)
            return grant.reply(result, model, page, done: "echange-propose")
        },
        swap("accepter", .accepted), swap("decliner", .declined), swap("retirer", .withdrawn),
        Endpoint(.post, "/gardes/agenda", Answers.self) { grant, input in
            let secret = try await grant.renewFeed(input)
            var (model, page) = try await grant.dutiesPage()
            // Said on this page alone: no address holds it, and no history.
            model.feed = grant.origin + SitePath.calendarFeed(secret).text
            return .page(DutiesView(model, in: page.frame(current: .duties)))
        },
        Endpoint(.post, "/gardes/agenda/arreter", Answers.self) { grant, input in
            try await grant.stopFeed(input)
            return .seeOther(SitePath.duties.done("agenda-arrete").at("agenda"))
        },
        Endpoint(.get, "/agenda/{secret}", Anyone.self) { grant, input in
            try await grant.dutyFeed(input).map { Reply(contentType: "text/calendar; charset=utf-8", body: $0) }
        },
    ]

    private static func swap(_ word: String, _ answer: DutySwap.State) -> Endpoint {
        Endpoint(.post, "/gardes/echanges/{echange}/\(word)", Answers.self) { grant, input in
            guard let result = try await grant.answerSwap(answer, version: input.seal.version ?? -1, input) else {
                return nil
            }
            let (model, page) = try await grant.dutiesPage()
            return grant.reply(result, model, page, done: "echange-\(word)")
        }
    }
}

/// A turn as a form names it.
struct TurnValue {
    let network: Identifier<Network>
    let seen: Shift.Seen

    init?(_ text: String) {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let day = CivilDate(parts[2]), let version = Int(parts[3]) else { return nil }
        network = Identifier(parts[0])
        seen = Shift.Seen(key: Shift.Key(duty: Identifier(parts[1]), day: day), version: version)
    }

    static func text(_ shift: Shift, in network: Identifier<Network>) -> String {
        "\(network.rawValue)|\(shift.key.duty.rawValue)|\(shift.key.day)|\(shift.version)"
    }
}

extension Grant where P == Answers {
    fileprivate func reply(
        _ result: Result<Void, Refusal>, _ model: DutiesModel, _ page: PageMaking, done: String
    ) -> Reply? {
        var model = model
        switch result {
        case .success: return .seeOther(SitePath.duties.done(done))
        case .failure(.notFound): return nil
        case .failure(.faults(let faults)):
            model.faults = faults.map { FieldFault(field: DutiesModel.givenName, message: $0.message) }
            return .page(DutiesView(model, in: page.frame(current: .duties)), status: 422)
        case .failure:
            model.faults = [
                FieldFault(
                    field: DutiesModel.givenName,
                    message: "Le planning a changé entre-temps\u{A0}: voici ce qu’il est. Recommencez s’il le faut.")
            ]
            return .page(DutiesView(model, in: page.frame(current: .duties)), status: 409)
        }
    }

    fileprivate func dutiesPage() async throws -> (DutiesModel, PageMaking) {
        let kept = try await ownDuties()
        let page = page(kept.surroundings)
        return (DutiesModel(kept, page), page)
    }
}

extension DutiesModel {
    fileprivate init(_ kept: OwnDutyPage, _ page: PageMaking) {
        let words = RotaWords(clock: page.clock)
        func name(_ id: Identifier<Person>) -> String { kept.people[id]?.shownName ?? "un ancien membre" }
        self.init(seal: page.seal())
        for own in kept.networks {
            turns += own.turns.map {
                Turn(
                    when: words.turn($0), post: RotaWords.name($0.post, in: own.network),
                    value: TurnValue.text($0, in: own.network.id), isNow: $0.span.contains(page.clock.now))
            }
            others += own.others.map {
                ChoiceGroup.Option(
                    value: TurnValue.text($0, in: own.network.id), label: "\(name($0.person)), \(words.turn($0))")
            }
        }
        let asked = Set(kept.networks.flatMap { $0.colleagues.values.joined() })
        colleagues = asked.map { ChoiceGroup.Option(value: $0.rawValue, label: name($0)) }
            .sorted { $0.label < $1.label }
        for one in kept.swaps {
            let swap = one.swap
            if swap.state == .proposed {
                waiting.append(Swap(one, kept, words, name))
            } else {
                past.append(Self.past(swap, kept, words, name))
            }
        }
        feedMade = kept.feedAt.map { page.clock.date($0) }
    }

    private static func past(
        _ swap: DutySwap, _ kept: OwnDutyPage, _ words: RotaWords, _ name: (Identifier<Person>) -> String
    ) -> String {
        let end =
            switch swap.state {
            case .accepted: "accepté"
            case .declined: "décliné"
            case .withdrawn, .proposed: "retiré"
            }
        let who = swap.proposer == kept.me ? "proposé à \(name(swap.asked))" : "proposé par \(name(swap.proposer))"
        return "Échange du tour de \(words.day(swap.given.key.day)), \(who)\u{A0}: \(end)."
    }
}

extension DutiesModel.Swap {
    fileprivate init(
        _ kept: KeptSwap, _ page: OwnDutyPage, _ words: RotaWords, _ name: (Identifier<Person>) -> String
    ) {
        let swap = kept.swap
        func turn(_ seen: Shift.Seen) -> String {
            page.shifts[seen.key].map(words.turn) ?? "\(words.day(seen.key.day)), changé depuis"
        }
        let (given, taken) = (turn(swap.given), swap.taken.map(turn))
        let id = swap.id.rawValue
        if swap.proposer == page.me {
            self.init(
                text: "Vous proposez votre tour de \(given) à \(name(swap.asked))"
                    + (taken.map { ", contre le sien de \($0)." } ?? "."), version: swap.version,
                withdraw: .swap(id, "retirer"))
        } else {
            self.init(
                text: "\(name(swap.proposer)) vous propose son tour de \(given)"
                    + (taken.map { ", contre le vôtre de \($0)." } ?? ", sans rien en échange."), version: swap.version,
                accept: .swap(id, "accepter"), decline: .swap(id, "decliner"))
        }
    }
}
