import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /profil/securite | signed in: their own |
    /// | POST /profil/securite/confirmer, /confirmer/code, /confirmer/cle | signed in: who they are, shown again |
    /// | POST /profil/securite/autres-appareils, /ajouter, /mot-de-passe, /codes | signed in, shown lately who they are |
    /// | POST /profil/securite/appareils/{session}/fermer | own session, shown lately who they are |
    /// | POST /profil/securite/cles/{cle}/retirer | own passkey, shown lately who they are |
    /// | POST /profil/securite/application | own time code, shown lately who they are |
    static let security: [Endpoint] = [
        Endpoint(.get, "/profil/securite", SignedIn.self) { grant, input in
            guard let page = try await grant.security() else { return nil }
            return grant.show(page, notice: input.query.first("fait").flatMap(DoneWords.notice))
        },
        Endpoint(.post, "/profil/securite/appareils/{session}/fermer", OwnSession.self, needsProof: true) {
            grant, input in
            guard try await grant.end(input) else { return nil }
            return .seeOther(.security.done("appareil-ferme"))
        },
        Endpoint(.post, "/profil/securite/autres-appareils", SignedIn.self, needsProof: true) { grant, input in
            try await grant.endOthers(input)
            return .seeOther(.security.done("appareils-fermes"))
        },
        Endpoint(.post, "/profil/securite/confirmer", SignedIn.self) { grant, _ in
            let stage = try await grant.beginProof()
            return try await grant.ask(stage)
        },
        Endpoint(.post, "/profil/securite/confirmer/code", SignedIn.self) { grant, input in
            try await grant.proveCode(input)
        },
        Endpoint(.post, "/profil/securite/confirmer/cle", SignedIn.self) { grant, input in
            try await grant.proveKey(input)
        },
        Endpoint(.post, "/profil/securite/ajouter", SignedIn.self, needsProof: true) { grant, _ in
            let token = try await grant.beginAddition()
            guard let setUp = try await grant.setUp(step: token), let page = try await grant.security() else {
                return nil
            }
            let making = grant.page(page.surroundings)
            return .page(
                FactorSetUpView(
                    FactorSetUpModel(setUp, seal: making.seal()), in: making.frame(current: .security)))
        },
        Endpoint(.post, "/profil/securite/mot-de-passe", SignedIn.self, needsProof: true) { grant, input in
            try await grant.changePassword(input)
        },
        Endpoint(.post, "/profil/securite/codes", SignedIn.self, needsProof: true) { grant, input in
            guard let page = try await grant.security() else { return nil }
            let codes = try await grant.renewRecoveryCodes(input)
            let frame = grant.page(page.surroundings).frame(current: .security)
            return .page(RecoveryPaperView(RecoveryPaperModel(codes: codes, next: .security), in: frame))
        },
        Endpoint(.post, "/profil/securite/application", OwnTimeCode.self, needsProof: true) { grant, input in
            try await grant.remove(input).reply("moyen-retire")
        },
        Endpoint(.post, "/profil/securite/cles/{cle}/retirer", OwnPasskey.self, needsProof: true) { grant, input in
            try await grant.remove(input).reply("moyen-retire")
        },
    ]
}

extension Grant where P == SignedIn {
    fileprivate func show(_ page: SecurityPage, notice: Notice? = nil, faults: [FieldFault] = []) -> Reply {
        let making = self.page(page.surroundings)
        let model = SecurityModel(page, seal: making.seal(), faults: faults)
        return .page(
            SecurityView(model, in: making.frame(current: .security, notice: notice)),
            status: faults.isEmpty ? 200 : 422)
    }

    fileprivate func ask(_ stage: SignInStage, error: String? = nil) async throws -> Reply {
        let making = try await security().map { page($0.surroundings) } ?? page()
        var model = SecondStepModel(stage, seal: making.seal())
        model.isProof = true
        model.provider = try await provider().map { LoginModel.Provider(name: $0.name, title: $0.title) }
        model.error = error
        return .page(
            SecondStepView(model, in: making.frame(current: .security)), status: error == nil ? 200 : 422)
    }

    fileprivate func proveCode(_ input: Input) async throws -> Reply {
        let code = input.form.typed(SecondStepModel.codeName)
        do {
            return try await proven(try await prove(code: code, step: input.step), SecondStepModel.wrongCode, input)
        } catch is TooManyAttempts {
            return .seeOther(.security.done("trop-d-essais"))
        }
    }

    fileprivate func proveKey(_ input: Input) async throws -> Reply {
        guard let answer = PasskeyAnswer(input.form) else { return .seeOther(.security.done("a-confirmer")) }
        return try await proven(
            try await prove(passkey: answer, step: input.step), SecondStepModel.wrongKey, input)
    }

    private func proven(_ answer: StepAnswer, _ wrong: String, _ input: Input) async throws -> Reply {
        if case .admitted(let admission) = answer {
            return .seeOther(SitePath.security.done("confirme").text, cookie: .set(token: admission.token))
        }
        guard case .wrong = answer, let stage = try await stage(step: input.step) else {
            return .seeOther(.security.done("a-confirmer"))
        }
        return try await ask(stage, error: wrong)
    }

    fileprivate func changePassword(_ input: Input) async throws -> Reply? {
        let new = input.form.first(SecurityModel.newPasswordName) ?? ""
        let old = input.form.first(SecurityModel.oldPasswordName) ?? ""
        do {
            switch try await change(password: new, over: old, input) {
            case .done: return .seeOther(.security.done("mot-de-passe"))
            case .refused(let why):
                guard let page = try await security() else { return nil }
                return show(page, faults: [FieldFault(field: SecurityModel.newPasswordName, message: why)])
            case .lastFactor, .absent: return nil
            }
        } catch is SignInBusy {
            return .seeOther(.security.done("trop-de-monde"))
        } catch is TooManyAttempts {
            return .seeOther(.security.done("trop-d-essais"))
        }
    }
}

extension SecurityAnswer {
    /// Nil for what is refused or absent: one answer.
    fileprivate func reply(_ word: String) -> Reply? {
        switch self {
        case .done: .seeOther(.security.done(word))
        case .lastFactor: .seeOther(.security.done("dernier-moyen"))
        case .refused, .absent: nil
        }
    }
}
