import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Grant where P == Anyone {
    func answerCode(_ input: Input) async throws -> Reply {
        let (step, code) = (input.step, input.form.typed(SecondStepModel.codeName))
        do {
            return try await answered(try await answer(code: code, step: step, input), SecondStepModel.wrongCode, input)
        } catch let limit as TooManyAttempts {
            return try await tooOften(limit)
        }
    }

    func answerKey(_ input: Input) async throws -> Reply {
        guard let answer = PasskeyAnswer(input.form) else { return try await over(input) }
        return try await answered(
            try await self.answer(passkey: answer, step: input.step, input), SecondStepModel.wrongKey, input)
    }

    private func answered(_ answer: StepAnswer, _ wrong: String, _ input: Input) async throws -> Reply {
        switch answer {
        case .admitted(let admission): return try await reopened(SignInResume(input), admission)
        case .over: return try await over(input)
        case .wrong:
            guard let stage = try await stage(step: input.step) else { return try await over(input) }
            var model = SecondStepModel(stage, seal: page().seal())
            model.error = wrong
            model.resume = SignInResume(input)
            return .page(SecondStepView(model, in: try await welcomeFrame()), status: 422)
        }
    }

    func openAccountPage(_ input: Input) async throws -> Reply {
        guard let account = try await account(byLink: input.parameter("jeton")) else { return try await deadLink() }
        let model = OpenAccountModel(
            seal: page().seal(), path: .openAccount(input.parameter("jeton")), login: account.login, name: account.name)
        return .page(OpenAccountView(model, in: try await welcomeFrame()))
    }

    func openAccount(_ input: Input) async throws -> Reply {
        let (token, password) = (input.parameter("jeton"), input.form.first(OpenAccountModel.passwordName) ?? "")
        do {
            switch try await choose(password: password, byLink: token, input) {
            case .chosen(let stage): return try await next(stage, input)
            case .over: return try await deadLink()
            case .refused(let why):
                guard let account = try await account(byLink: token) else { return try await deadLink() }
                let model = OpenAccountModel(
                    seal: page().seal(), path: .openAccount(token), login: account.login, name: account.name, error: why
                )
                return .page(OpenAccountView(model, in: try await welcomeFrame()), status: 422)
            }
        } catch is SignInBusy {
            return try await busy()
        }
    }

    private func deadLink() async throws -> Reply {
        .page(FaultView(.deadLink, in: try await welcomeFrame()), status: 404)
    }

    func enrolCode(_ input: Input) async throws -> Reply {
        let answer = try await enrol(
            code: input.form.typed(SecondStepModel.codeName), step: input.step, input)
        return try await enrolled(answer, SecondStepModel.wrongCode, input)
    }

    func enrolKey(_ input: Input) async throws -> Reply {
        guard let passkey = NewPasskey(input.form) else { return try await over(input) }
        let name = input.form.typed(PasskeyFields.nameName)
        let answer = try await enrol(passkey: passkey, named: name, step: input.step, input)
        return try await enrolled(
            answer, "La clé d’accès n’a pas pu être créée. Recommencez, ou prenez une application.", input)
    }

    private func enrolled(_ answer: FactorAnswer, _ wrong: String, _ input: Input) async throws -> Reply {
        switch answer {
        case .added(let codes, let admission):
            let resume = SignInResume(input)
            let next = admission == nil ? SitePath.security : resume?.path ?? .worklist
            guard !codes.isEmpty else {
                return .seeOther(next.text, cookie: admission.map { .set(token: $0.token) })
            }
            var reply = Reply.page(
                RecoveryPaperView(RecoveryPaperModel(codes: codes, next: next), in: try await welcomeFrame()))
            reply.cookie = admission.map { .set(token: $0.token) }
            return reply
        case .over: return try await over(input)
        case .wrong:
            guard let setUp = try await setUp(step: input.step) else { return try await over(input) }
            let model = FactorSetUpModel(setUp, seal: page().seal(), error: wrong, resume: SignInResume(input))
            return .page(FactorSetUpView(model, in: try await welcomeFrame()), status: 422)
        }
    }
}

extension SecondStepModel {
    init(_ stage: SignInStage, seal: FormSeal) {
        self.init(
            seal: seal, step: stage.token, takesCode: stage.takesCode, takesRecovery: stage.takesRecovery,
            passkeys: stage.passkeys, challenge: stage.challenge)
    }
}

extension Input {
    /// The step that the page carries on; of no length that a token has, it is nobody's.
    var step: String { String((form.single(SecondStepModel.stepName) ?? "").prefix(100)) }
}

extension NewPasskey {
    init?(_ form: FormFields) {
        guard let identifier = form.passkeyBytes(PasskeyFields.identifierName),
            let clientData = form.passkeyBytes(PasskeyFields.clientDataName),
            let attestation = form.passkeyBytes(PasskeyFields.attestationName)
        else { return nil }
        self.init(identifier: identifier, clientData: clientData, attestation: attestation)
    }
}

extension PasskeyAnswer {
    init?(_ form: FormFields) {
        guard let identifier = form.passkeyBytes(PasskeyFields.identifierName),
            let clientData = form.passkeyBytes(PasskeyFields.clientDataName),
            let authenticatorData = form.passkeyBytes(PasskeyFields.authenticatorDataName),
            let signature = form.passkeyBytes(PasskeyFields.signatureName)
        else { return nil }
        self.init(
            identifier: identifier, clientData: clientData, authenticatorData: authenticatorData, signature: signature)
    }
}

extension FormFields {
    /// Nil for what was not filled, is longer than any authenticator's answer, or is not base64url.
    fileprivate func passkeyBytes(_ name: String) -> [UInt8]? {
        guard let text = single(name), !text.isEmpty, text.utf8.count <= 100_000 else { return nil }
        return UnpaddedBase64.url.decode(text)
    }
}
