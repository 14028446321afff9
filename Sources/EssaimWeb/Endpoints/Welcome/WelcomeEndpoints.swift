import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET / | anyone: to the lists or the journal, or to the sign-in |
    /// | GET, POST /connexion | anyone |
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
        Endpoint(.post, "/connexion", Anyone.self, needsSeal: false) { grant, input in
            try await grant.signIn(input)
        },
        Endpoint(.post, "/deconnexion", SignedIn.self) { grant, _ in
            try await grant.signOut()
            return .seeOther(SitePath.login.text, cookie: .clear)
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
            guard let admission = try await grant.enter(persona) else { return nil }
            return .seeOther(SitePath.worklist.text, cookie: .set(token: admission.token))
        },
    ]
}

extension Grant where P == Anyone {
    fileprivate func loginModel() async throws -> LoginModel {
        LoginModel(seal: page().seal(), offersPersonas: try await offersPersonas())
    }

    fileprivate func welcomeFrame() async throws -> PageFrame {
        page(isDemonstration: try await isDemonstration()).frame()
    }

    fileprivate func signIn(_ input: Input) async throws -> Reply {
        let login = input.form.trimmed(LoginModel.identifierName) ?? ""
        let password = input.form.first(LoginModel.passwordName) ?? ""
        var model = try await loginModel()
        model.identifier = String(login.prefix(200))
        model.resume = Self.resume(input)
        do {
            // A password beyond this length is nobody's: it is not worth a hash.
            if password.utf8.count <= 1024,
                let admission = try await signIn(login: login, password: password, from: input.client)
            {
                return reopened(model.resume, admission, isDemonstration: try await isDemonstration())
            }
        } catch is SignInBusy {
            var reply = Reply.page(FaultView(.tooBusy, in: try await welcomeFrame()), status: 503)
            reply.retryAfterSeconds = 60
            return reply
        } catch let limit as TooManyAttempts {
            let seconds = max(1, Int((limit.until - now) / .seconds(1)))
            var reply = Reply.page(
                FaultView(.tooManyAttempts(minutes: (seconds + 59) / 60), in: try await welcomeFrame()), status: 429)
            reply.retryAfterSeconds = seconds
            return reply
        }
        model.error = "L’identifiant ou le mot de passe ne correspond pas. Vérifiez les deux, puis recommencez."
        return .page(LoginView(model, in: try await welcomeFrame()), status: 422)
    }

    /// What the expired session's page carried along.
    private static func resume(_ input: Input) -> LoginModel.Resume? {
        guard let path = input.form.first(LoginModel.resumePathName).flatMap(SitePath.init(local:)) else { return nil }
        let fields = input.form.fields.compactMap { field -> LoginModel.Resume.Field? in
            guard field.name.hasPrefix(LoginModel.carriedPrefix) else { return nil }
            return .init(name: String(field.name.dropFirst(LoginModel.carriedPrefix.count)), value: field.value)
        }
        return LoginModel.Resume(
            path: path, fields: fields, what: fields.isEmpty ? "cette page" : "ce que vous écriviez")
    }

    /// To the lists, to the page asked, or to what was being sent, under the new session's own seal and by a button: who
    /// signed in may be someone else.
    private func reopened(
        _ resume: LoginModel.Resume?, _ admission: AccountDesk.Admission, isDemonstration: Bool
    ) -> Reply {
        let cookie = Reply.Cookie.set(token: admission.token)
        guard let resume else { return .seeOther(SitePath.worklist.text, cookie: cookie) }
        guard !resume.fields.isEmpty else { return .seeOther(resume.path.text, cookie: cookie) }
        let model = ResumeModel(
            path: resume.path, csrf: admission.csrf, fields: resume.fields.filter { $0.name != FormSeal.csrfName })
        var reply = Reply.page(ResumeView(model, in: page(isDemonstration: isDemonstration).frame()))
        reply.cookie = cookie
        return reply
    }
}
