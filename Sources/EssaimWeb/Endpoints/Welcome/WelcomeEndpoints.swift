import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET / | anyone: to the lists or the journal, or to the sign-in |
    /// | GET, POST /connexion | anyone |
    /// | POST /connexion/code, /cle, /cle/defi, /ajout/code, /ajout/cle | anyone: the step that the page carries says for whom |
    /// | GET, POST /compte/{jeton} | anyone: the link says for whom |
    /// | POST /deconnexion | signed in |
    /// | GET /demo, POST /demo/entrer | demonstration visitor |
    static let welcome: [Endpoint] = [
        Endpoint(.get, "/", Anyone.self) { grant, _ in
            .seeOther(grant.fact.caller?.home ?? .login)
        },
        Endpoint(.get, "/connexion", Anyone.self) { grant, _ in
            if let caller = grant.fact.caller { return .seeOther(caller.home) }
            return .page(LoginView(try await grant.loginModel(), in: try await grant.welcomeFrame()))
        },
        Endpoint(.post, "/connexion", Anyone.self, needsSeal: false, pace: .door) { grant, input in
            try await grant.signIn(input)
        },
        Endpoint(.post, "/connexion/code", Anyone.self, needsSeal: false, pace: .door) { grant, input in
            try await grant.answerCode(input)
        },
        Endpoint(.post, "/connexion/cle", Anyone.self, needsSeal: false, pace: .door) { grant, input in
            try await grant.answerKey(input)
        },
        Endpoint(.post, "/connexion/cle/defi", Anyone.self, needsSeal: false, pace: .door) { grant, _ in
            let stage = try await grant.beginWithPasskey()
            let text = "\(stage.token) \(UnpaddedBase64.url.encode(stage.challenge))"
            return Reply(contentType: "text/plain; charset=utf-8", body: Array(text.utf8))
        },
        Endpoint(.post, "/connexion/ajout/code", Anyone.self, needsSeal: false, pace: .door) { grant, input in
            try await grant.enrolCode(input)
        },
        Endpoint(.post, "/connexion/ajout/cle", Anyone.self, needsSeal: false, pace: .door) { grant, input in
            try await grant.enrolKey(input)
        },
        Endpoint(.get, "/compte/{jeton}", Anyone.self, pace: .door) { grant, input in
            try await grant.openAccountPage(input)
        },
        Endpoint(.post, "/compte/{jeton}", Anyone.self, needsSeal: false, pace: .door) { grant, input in
            try await grant.openAccount(input)
        },
        Endpoint(.post, "/deconnexion", SignedIn.self) { grant, _ in
            let login = SitePath.login.text
            return .seeOther(try await grant.signOut(back: login) ?? login, cookie: .clear)
        },
        Endpoint(.get, "/demo", DemonstrationVisitor.self) { grant, _ in
            let personas = try await grant.personas()
            let page = grant.page(isDemonstration: true)
            let model = PersonasModel(
                seal: page.seal(), groups: PersonasModel.groups(personas, try await grant.networks()))
            return .page(PersonasView(model, in: page.frame()))
        },
        Endpoint(.post, "/demo/entrer", DemonstrationVisitor.self, needsSeal: false) { grant, input in
            let persona = Identifier<Person>(input.form.first(PersonasModel.personaName) ?? "")
            guard let admission = try await grant.enter(persona, input) else { return nil }
            return .seeOther(SitePath.worklist.text, cookie: .set(token: admission.token))
        },
    ]
}

extension Grant where P == Anyone {
    func loginModel(_ input: Input? = nil, error: String? = nil) async throws -> LoginModel {
        var model = LoginModel(seal: page().seal(), offersPersonas: try await offersPersonas())
        model.providers = providers.map { LoginModel.Provider(name: $0.name, title: $0.title) }
        model.resume = input.flatMap(SignInResume.init)
        model.error = error
        return model
    }

    func welcomeFrame() async throws -> PageFrame {
        // Who is signing in is nobody yet, whatever session the browser still bears.
        PageMaking(
            visitor: .anonymous, clock: PageClock(now: now, rules: .centralEuropean),
            isDemonstration: try await isDemonstration()
        ).frame()
    }

    fileprivate func signIn(_ input: Input) async throws -> Reply {
        let login = input.form.trimmed(LoginModel.identifierName) ?? ""
        let password = input.form.first(LoginModel.passwordName) ?? ""
        var model = try await loginModel(input)
        model.identifier = String(login.prefix(200))
        do {
            // A password beyond this length is nobody's: it is not worth a hash.
            if password.utf8.count <= 1024,
                let stage = try await signIn(login: login, password: password, input)
            {
                return try await next(stage, input)
            }
        } catch is SignInBusy {
            return try await busy()
        } catch let limit as TooManyAttempts {
            return try await tooOften(limit)
        }
        model.error = "L’identifiant ou le mot de passe ne correspond pas. Vérifiez les deux, puis recommencez."
        return .page(LoginView(model, in: try await welcomeFrame()), status: 422)
    }

    /// What follows a right password.
    func next(_ stage: SignInStage, _ input: Input) async throws -> Reply {
        let frame = try await welcomeFrame()
        if stage.purpose == .enrolment {
            guard let setUp = try await setUp(step: stage.token) else { return try await over(input) }
            return .page(
                FactorSetUpView(
                    FactorSetUpModel(setUp, seal: page().seal(), resume: SignInResume(input)), in: frame))
        }
        var model = SecondStepModel(stage, seal: page().seal())
        model.resume = SignInResume(input)
        return .page(SecondStepView(model, in: frame))
    }

    func busy() async throws -> Reply {
        var reply = Reply.page(FaultView(.tooBusy, in: try await welcomeFrame()), status: 503)
        reply.retryAfterSeconds = 60
        return reply
    }

    func tooOften(_ limit: TooManyAttempts) async throws -> Reply {
        let seconds = max(1, Int((limit.until - now) / .seconds(1)))
        var reply = Reply.page(
            FaultView(.tooManyAttempts(minutes: (seconds + 59) / 60), in: try await welcomeFrame()), status: 429)
        reply.retryAfterSeconds = seconds
        return reply
    }

    /// From the beginning, with what was being sent.
    func over(_ input: Input) async throws -> Reply {
        let model = try await loginModel(input, error: SecondStepModel.over)
        return .page(LoginView(model, in: try await welcomeFrame()), status: 422)
    }

    /// To the lists, to the page asked, or to what was being sent, under the new session's own seal and by a button: who
    /// signed in may be someone else.
    func reopened(_ resume: SignInResume?, _ admission: AccountDesk.Admission) async throws -> Reply {
        let cookie = Reply.Cookie.set(token: admission.token)
        guard let resume else { return .seeOther(SitePath.worklist.text, cookie: cookie) }
        guard !resume.fields.isEmpty else { return .seeOther(resume.path.text, cookie: cookie) }
        let model = ResumeModel(
            path: resume.path, csrf: admission.csrf, fields: resume.fields.filter { $0.name != FormSeal.csrfName })
        var reply = Reply.page(ResumeView(model, in: try await welcomeFrame()))
        reply.cookie = cookie
        return reply
    }
}

extension SignInResume {
    /// What the expired session's page carried along.
    init?(_ input: Input) {
        guard let path = input.form.first(Self.pathName).flatMap(SitePath.init(local:)) else { return nil }
        let fields = input.form.fields.compactMap { field -> Field? in
            guard field.name.hasPrefix(Self.carriedPrefix) else { return nil }
            return Field(name: String(field.name.dropFirst(Self.carriedPrefix.count)), value: field.value)
        }
        self.init(path: path, fields: fields, what: fields.isEmpty ? "cette page" : "ce que vous écriviez")
    }
}
