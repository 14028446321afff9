import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | POST /connexion/fournisseur/{nom} | anyone: leaves for a provider |
    /// | GET /connexion/retour/{nom} | anyone: the browser that left, with what the provider gave it |
    /// | POST /connexion/arrivee | anyone: the arrival that the page carries says for whom |
    static let providers: [Endpoint] = [
        Endpoint(.post, "/connexion/fournisseur/{nom}", Anyone.self, needsSeal: false, pace: .door) { grant, input in
            try await grant.leave(input)
        },
        // The one GET that opens a session: the protocol leads back by an address (OpenID Connect Core 1.0, §3.1.2.5). What
        // it needs is in the cookie of the browser that left.
        Endpoint(.get, "/connexion/retour/{nom}", Anyone.self, pace: .door) { grant, input in
            try await grant.comeBack(input)
        },
        Endpoint(.post, "/connexion/arrivee", Anyone.self, needsSeal: false, pace: .door) { grant, input in
            try await grant.settle(input)
        },
    ]
}

extension Grant where P == Anyone {
    fileprivate func leave(_ input: Input) async throws -> Reply? {
        let provider = input.parameter("nom")
        do {
            guard let left = try await depart(to: provider, back: SitePath.back(from: provider).text, input) else {
                return nil
            }
            var reply = Reply.seeOther(left.address)
            reply.departure = .set(token: left.token)
            return reply
        } catch is ProviderFault {
            return .page(FaultView(.providerAway, in: try await welcomeFrame()), status: 503)
        }
    }

    fileprivate func comeBack(_ input: Input) async throws -> Reply {
        let provider = input.parameter("nom")
        var reply: Reply
        do {
            // Declined there, or a fault of the provider's: it says so instead of giving a code.
            let code = input.query.single("code").flatMap { $0.utf8.count <= 4096 ? $0 : nil }
            let outcome = try await arrive(
                from: provider, code: code, state: input.query.single("state"),
                back: SitePath.back(from: provider).text, input)
            reply = try await entered(outcome)
        } catch let fault as ProviderFault {
            reply = try await refused(fault)
        }
        reply.departure = .clear
        return reply
    }

    fileprivate func settle(_ input: Input) async throws -> Reply {
        let token = String((input.form.single(ArrivalModel.tokenName) ?? "").prefix(100))
        guard let arrival = try await arrival(token) else { return try await restart(SecondStepModel.over) }
        var faults: [FieldFault] = []
        let acceptsCharter = input.form.first(ArrivalModel.charterName) != nil
        if arrival.asksCharter, !acceptsCharter {
            faults.append(FieldFault(field: ArrivalModel.charterName, message: "Acceptez la charte pour entrer."))
        }
        let typed = TypedStructure(
            name: input.form.typed(TypedStructure.nameField), commune: input.form.typed(TypedStructure.communeField),
            communeName: input.form.typed(TypedStructure.communeNameField))
        var place: StructureFacts?
        if arrival.asksPlace {
            switch typed.checked() {
            case .success(let facts): place = facts
            case .failure(.faults(let found)): faults += found
            case .failure: return try await restart(SecondStepModel.over)
            }
        }
        guard faults.isEmpty else {
            let model = ArrivalModel(arrival, seal: page().seal(), typed: typed, faults: faults)
            return .page(ArrivalView(model, in: try await welcomeFrame()), status: 422)
        }
        let choice = (input.form.first(ArrivalModel.choiceName) ?? "").split(separator: ".").compactMap { Int($0) }
        let answer = ArrivalAnswer(
            exercise: choice.first, activity: choice.count == 2 ? choice[1] : nil, acceptsCharter: acceptsCharter,
            place: place)
        return try await entered(try await settle(token, answer, input))
    }

    private func entered(_ outcome: ArrivalOutcome) async throws -> Reply {
        switch outcome {
        case .admitted(let admission):
            return .seeOther(SitePath.home.text, cookie: .set(token: admission.token))
        case .asked(let arrival):
            let model = ArrivalModel(arrival, seal: page().seal())
            return .page(ArrivalView(model, in: try await welcomeFrame()))
        case .closed: return .page(FaultView(.closedAccount, in: try await welcomeFrame()), status: 403)
        case .over: return try await restart(SecondStepModel.over)
        }
    }

    private func restart(_ why: String) async throws -> Reply {
        let model = try await loginModel(error: why)
        return .page(LoginView(model, in: try await welcomeFrame()), status: 422)
    }

    private func refused(_ fault: ProviderFault) async throws -> Reply {
        switch fault {
        case .away, .misconfigured: .page(FaultView(.providerAway, in: try await welcomeFrame()), status: 503)
        case .weak:
            try await restart("Ce moyen de connexion n’est pas assez sûr. Prenez votre carte ou l’application e-CPS.")
        case .refused, .token, .identity: try await restart(SecondStepModel.over)
        }
    }
}
