import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /planning · /reseaux/{reseau}/planning | read rota: who steers the network, who answers there |
    /// | POST /reseaux/{reseau}/planning/gardes · /tours | keep rota: its administrator, or the establishment’s |
    /// | GET, POST /reseaux/{reseau}/planning/gardes/{garde} · POST /terminer | keep rota: of that post |
    static let rotas: [Endpoint] = [
        Endpoint(.get, "/planning", ReadRota.self, rotaReply),
        Endpoint(.get, "/reseaux/{reseau}/planning", ReadRota.self, rotaReply),
        Endpoint(.post, "/reseaux/{reseau}/planning/gardes", KeepRota.self) { grant, input in
            let typed = TypedDuty(input)
            switch typed.checked() {
            case .failure(let refusal): return try await grant.rotaPage(refusal, typed)
            case .success(let terms):
                let result = try await grant.add(terms, input)
                guard case .failure(let refusal) = result else { return grant.rota("garde-ajoutee") }
                return try await grant.rotaPage(refusal, typed)
            }
        },
        Endpoint(.post, "/reseaux/{reseau}/planning/tours", KeepRota.self) { grant, input in
            guard let turn = TurnValue(String(input.form.typed(RotaView.turnName).prefix(400))) else {
                let fault = FieldFault(field: "permanence", message: "Choisissez un tour.")
                return try await grant.rotaPage(.faults([fault]), TypedDuty())
            }
            let person = String(input.form.typed(RotaView.personName).prefix(200))
            let change: ShiftChange = person.isEmpty ? .remove : .hand(to: Identifier(person))
            let result = try await grant.change(turn.seen, by: change, input)
            guard case .failure(let refusal) = result else { return grant.rota("tour-change") }
            return try await grant.rotaPage(refusal, TypedDuty())
        },
        Endpoint(.get, "/reseaux/{reseau}/planning/gardes/{garde}", KeepRota.self) { grant, _ in
            try await grant.dutyPage()
        },
        Endpoint(.post, "/reseaux/{reseau}/planning/gardes/{garde}", KeepRota.self) { grant, input in
            let typed = TypedDuty(input)
            switch typed.checked() {
            case .failure(let refusal): return try await grant.dutyPage(typed, refusal)
            case .success(let terms):
                let result = try await grant.change(terms, over: input.seal.version ?? -1, input)
                guard case .failure(let refusal) = result else { return grant.rota("garde-changee") }
                return try await grant.dutyPage(typed, refusal)
            }
        },
        Endpoint(.post, "/reseaux/{reseau}/planning/gardes/{garde}/terminer", KeepRota.self) { grant, input in
            let typed = String(input.form.typed("dernier").prefix(40))
            guard let day = CivilDate.parse(typed) else {
                let fault = FieldFault(
                    field: "dernier", message: "Ce jour n’existe pas\u{A0}: écrivez-le ainsi, 04/12/2026.")
                return try await grant.dutyPage(nil, .faults([fault]), lastDay: typed)
            }
            let result = try await grant.end(after: day, over: input.seal.version ?? -1, input)
            guard case .failure(let refusal) = result else { return grant.rota("garde-terminee") }
            return try await grant.dutyPage(nil, refusal, lastDay: typed)
        },
    ]

    @Sendable private static func rotaReply(_ grant: Grant<ReadRota>, _ input: Input) async throws -> Reply? {
        let asked = input.query.first("equipe").flatMap { id in
            grant.fact.network.pools.first { $0.id.rawValue == id }?.id
        }
        let kept = try await grant.rotaPage(from: input.query.first("du").flatMap { CivilDate($0) }, pool: asked)
        let page = grant.page(kept.surroundings)
        let notice = input.query.first("fait").flatMap(DoneWords.notice)
        return .page(RotaView(RotaModel(kept, page, pool: asked), in: page.frame(current: .rotas, notice: notice)))
    }
}

extension TypedDuty {
    fileprivate init(_ input: Input) {
        self.init()
        func typed(_ name: String) -> String { String(input.form.typed(name).prefix(200)) }
        (post, person, time, hours) = (typed("poste"), typed("personne"), typed("moment"), typed("heures"))
        weekdays = Set(input.form.all("jours").prefix(7))
        (everyWeeks, from, through, onHolidays) = (typed("semaines"), typed("du"), typed("au"), typed("feries"))
    }
}

extension Refusal {
    fileprivate var rotaFaults: [FieldFault] {
        switch self {
        case .faults(let faults): faults
        default:
            [
                FieldFault(
                    field: "permanence",
                    message: "Le planning a changé entre-temps\u{A0}: voici ce qu’il est. Recommencez s’il le faut.")
            ]
        }
    }

    fileprivate var rotaStatus: Int { if case .faults = self { 422 } else { 409 } }
}

extension Grant where P == KeepRota {
    fileprivate func rota(_ done: String) -> Reply {
        .seeOther(SitePath.rota(fact.network.id.rawValue).done(done))
    }

    fileprivate func rotaPage(_ refusal: Refusal, _ typed: TypedDuty) async throws -> Reply? {
        if case .notFound = refusal { return nil }
        let kept = try await rotaPage()
        let page = page(kept.surroundings)
        var model = RotaModel(kept, page, pool: nil)
        model.faults = refusal.rotaFaults
        model.form?.typed = typed
        return .page(RotaView(model, in: page.frame(current: .rotas)), status: refusal.rotaStatus)
    }

    fileprivate func dutyPage(
        _ typed: TypedDuty? = nil, _ refusal: Refusal? = nil, lastDay: String = ""
    ) async throws -> Reply? {
        guard let duty = fact.duty else { return nil }
        if case .notFound = refusal { return nil }
        let kept = try await rotaPage()
        let page = page(kept.surroundings)
        let (network, id) = (kept.network.id.rawValue, duty.id.rawValue)
        var form = DutyFormModel(kept)
        form.typed = typed ?? TypedDuty(DutyTerms(duty))
        let model = DutyModel(
            seal: page.seal(version: duty.version),
            title: [kept.people[duty.person]?.shownName, RotaWords.name(duty.post, in: kept.network)].compactMap(\.self)
                .joined(separator: ", "),
            rota: .rota(network), save: .rotaDuty(network, id), end: .rotaDuty(network, id, "terminer"), form: form,
            lastDay: lastDay, faults: refusal?.rotaFaults ?? [])
        return .page(DutyView(model, in: page.frame(current: .rotas)), status: refusal?.rotaStatus ?? 200)
    }
}

extension DutyFormModel {
    fileprivate init(_ page: RotaPage) {
        let who = Set(page.members.values.joined())
        self.init(
            posts: page.keptPosts.map {
                ChoiceGroup.Option(value: $0.rawValue, label: RotaWords.name($0, in: page.network))
            },
            people: who.map { ChoiceGroup.Option(value: $0.rawValue, label: page.people[$0]?.shownName ?? "") }
                .sorted { $0.label < $1.label })
    }
}

extension RotaModel {
    fileprivate init(_ kept: RotaPage, _ page: PageMaking, pool: Identifier<Pool>?) {
        let (words, network, id) = (RotaWords(clock: page.clock), kept.network, kept.network.id.rawValue)
        let span = 7 * RotaPage.weeks
        let team = pool?.rawValue ?? ""
        self.init(
            seal: page.seal(), network: network.name, networkID: id,
            earlier: .rota(id, pool: team, from: kept.from.adding(days: -span).description),
            later: .rota(id, pool: team, from: kept.from.adding(days: span).description),
            window: "du \(French.date(kept.from)) au \(French.date(kept.from.adding(days: span - 1)))")
        networks = kept.networks.map {
            PageFrame.Link(title: $0.name, path: .rota($0.id.rawValue), isCurrent: $0.id == network.id)
        }
        pools =
            [PageFrame.Link(title: "Toutes les équipes", path: .rota(id), isCurrent: pool == nil)]
            + network.pools.map {
                PageFrame.Link(title: $0.name, path: .rota(id, pool: $0.id.rawValue), isCurrent: $0.id == pool)
            }
        days = (0..<span).map { ahead in
            let day = kept.from.adding(days: ahead)
            return Day(
                title: words.day(day), holiday: network.local.holidays.name(of: day),
                turns: (kept.turns[day] ?? []).map { Turn($0, kept, words) }, isToday: day == kept.today)
        }
        steers = kept.steers
        let names = Set(kept.alerts.map(\.name))
        alerts = kept.findings.filter { names.contains($0.name) }.map { $0.words(words, in: network, kept.people) }
        findings = kept.findings.filter { !names.contains($0.name) }.prefix(100).map {
            $0.words(words, in: network, kept.people)
        }
        duties = kept.duties.map { duty in
            Duty(
                text: "\(kept.people[duty.person]?.shownName ?? ""), \(RotaWords.name(duty.post, in: network)), "
                    + "\(RotaWords.time(duty.time))\u{A0}: \(words.pattern(duty.pattern))",
                path: .rotaDuty(id, duty.id.rawValue))
        }
        if !kept.keptPosts.isEmpty { form = DutyFormModel(kept) }
    }
}

extension RotaModel.Turn {
    fileprivate init(_ shift: Shift, _ page: RotaPage, _ words: RotaWords) {
        self.init(
            post: RotaWords.name(shift.post, in: page.network), hours: words.hours(shift.span),
            person: page.people[shift.person]?.shownName ?? "un ancien membre", isAway: page.away.contains(shift.key),
            value: page.keptPosts.contains(shift.post) ? TurnValue.text(shift, in: page.network.id) : nil)
    }
}
