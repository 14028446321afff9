import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET, POST /signaler | signed in |
    /// | GET, POST /demandes/{id}/signaler | tell problem: the demand's circle |
    /// | GET /problemes · POST /problemes/{problem}/traiter · rouvrir | follow problems: the network's coordination |
    static let problems: [Endpoint] = [
        Endpoint(.get, "/signaler", SignedIn.self) { grant, input in
            try await grant.form(input)
        },
        Endpoint(.post, "/signaler", SignedIn.self) { grant, input in
            let around = try await grant.problemPage()
            let asked = input.form.first(ProblemField.network) ?? ""
            let network =
                around.networks.count == 1
                ? around.networks.first : around.networks.first { $0.id.rawValue == asked }
            let typed = TypedProblem(input.form)
            guard let network, typed.faults.isEmpty, let kind = typed.kind else {
                var faults = typed.faults
                if network == nil {
                    faults.append(FieldFault(field: ProblemField.network, message: "Choisissez le réseau concerné."))
                }
                return try await grant.form(input, typed, faults)
            }
            try await grant.tell(kind, typed.words, in: network.id, input.seal)
            return .seeOther(SitePath.tellProblem.done("signaler"))
        },
        Endpoint(.get, "/demandes/{id}/signaler", TellProblem.self) { grant, input in
            try await grant.form(input)
        },
        Endpoint(.post, "/demandes/{id}/signaler", TellProblem.self) { grant, input in
            let typed = TypedProblem(input.form)
            guard typed.faults.isEmpty, let kind = typed.kind else {
                return try await grant.form(input, typed, typed.faults)
            }
            try await grant.tell(kind, typed.words, input.seal)
            return .seeOther(SitePath.request(grant.fact.request.id.rawValue).done("signaler"))
        },
        Endpoint(.get, "/problemes", FollowProblems.self) { grant, input in
            try await grant.list(input)
        },
        Endpoint(.post, "/problemes/{problem}/traiter", FollowProblems.self) { grant, input in
            let reply = (input.form.trimmed(ProblemField.words) ?? "")
            if let fault = ReportedProblem.lengthFault(in: reply) {
                return try await grant.list(input, status: 422) { item in
                    guard item.id == input.parameter("problem") else { return }
                    item.typed = String(reply.prefix(FormFields.longestKept))
                    item.fault = fault.message
                }
            }
            return try await grant.handle(reply, isHandled: true, "traiter", input)
        },
        Endpoint(.post, "/problemes/{problem}/rouvrir", FollowProblems.self) { grant, input in
            try await grant.handle("", isHandled: false, "rouvrir", input)
        },
    ]
}

extension Grant where P == SignedIn {
    fileprivate func form(
        _ input: Input, _ typed: TypedProblem? = nil, _ faults: [FieldFault] = []
    ) async throws -> Reply {
        let around = try await problemPage()
        let page = page(
            isDemonstration: around.isDemonstration, offsets: around.offsets, network: around.networks.first?.name)
        let model = ProblemModel(
            around, path: .tellProblem, back: fact.caller.home, "Retour", typed, faults, page)
        let done = input.query.first("fait").flatMap(DoneWords.notice)
        return .page(
            ProblemView(model, in: page.frame(current: .tellProblem, notice: done)), status: faults.isEmpty ? 200 : 422)
    }
}

extension Grant where P == TellProblem {
    fileprivate func form(
        _ input: Input, _ typed: TypedProblem? = nil, _ faults: [FieldFault] = []
    ) async throws -> Reply {
        let around = try await problemPage()
        let page = page(
            isDemonstration: around.isDemonstration, offsets: around.offsets, network: around.networks.first?.name)
        let id = fact.request.id.rawValue
        let model = ProblemModel(
            around, path: .problem(id), back: .request(id), "Demande \(fact.request.number.shown)", typed, faults, page)
        return .page(ProblemView(model, in: page.frame()), status: faults.isEmpty ? 200 : 422)
    }
}

extension Grant where P == FollowProblems {
    /// The list asked for; `change` puts what was refused back into its card.
    fileprivate func list(
        _ input: Input, status: Int = 200, _ change: (inout ProblemsModel.Item) -> Void = { _ in }
    ) async throws -> Reply {
        let key = input.query.first(ProblemField.before).flatMap(ProblemKey.init(text:))
        let areHandled = input.query.first(ProblemField.handled) == SitePath.handledView
        let list = try await problems(
            in: input.query.first(ProblemField.network) ?? "", areHandled: areHandled, before: key, input)
        let page = page(list.surroundings)
        var model = ProblemsModel(list, areHandled: areHandled, isFirst: key == nil, page)
        for index in model.items.indices { change(&model.items[index]) }
        let done = input.query.first("fait").flatMap(DoneWords.notice)
        return .page(ProblemsView(model, in: page.frame(current: .problems, notice: done)), status: status)
    }

    fileprivate func handle(
        _ reply: String, isHandled: Bool, _ done: String, _ input: Input
    ) async throws -> Reply? {
        let problem = Identifier<ReportedProblem>(input.parameter("problem"))
        guard try await handle(problem, reply: reply, isHandled: isHandled, input) else { return nil }
        return .seeOther(SitePath.problems.done("probleme-\(done)"))
    }
}
