import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /profil; POST /profil/facturation, /courriel, /mobile, /code, /reglages | signed in: their own |
    /// | GET, POST /profil/courriel/{jeton} | signed in: whoever gave the address |
    static let profile: [Endpoint] = [
        Endpoint(.get, "/profil", SignedIn.self) { grant, input in
            let page = try await grant.profile()
            return grant.show(page, notice: input.query.first("fait").flatMap(DoneWords.notice))
        },
        Endpoint(.post, "/profil/facturation", SignedIn.self) { grant, input in
            try await grant.billing(input)
        },
        Endpoint(.post, "/profil/courriel", SignedIn.self, needsProof: true) { grant, input in
            try await grant.contact(.mail, input)
        },
        Endpoint(.get, "/profil/courriel/{jeton}", SignedIn.self) { grant, input in
            try await grant.confirmPage(input)
        },
        Endpoint(.post, "/profil/courriel/{jeton}", SignedIn.self) { grant, input in
            guard try await grant.confirmContact(input.parameter("jeton"), by: .mail, input) == .confirmed else {
                return try await grant.confirmPage(input, isRefused: true)
            }
            return .seeOther(.profile.done("adresse"))
        },
        Endpoint(.post, "/profil/mobile", SignedIn.self, needsProof: true) { grant, input in
            try await grant.contact(.sms, input)
        },
        Endpoint(.post, "/profil/code", SignedIn.self) { grant, input in
            try await grant.code(input)
        },
        Endpoint(.post, "/profil/reglages", SignedIn.self) { grant, input in
            try await grant.choices(input)
        },
    ]
}

extension Grant where P == SignedIn {
    fileprivate func show(
        _ profile: ProfilePage, notice: Notice? = nil, _ change: (inout ProfileModel) -> Void = { _ in }
    ) -> Reply {
        let making = page(profile.surroundings)
        var model = ProfileModel(profile, seal: making.seal())
        change(&model)
        return .page(
            ProfileView(model, in: making.frame(current: .profile, notice: notice)),
            status: model.faults.isEmpty ? 200 : 422)
    }

    fileprivate func billing(_ input: Input) async throws -> Reply {
        let typed = input.form.typed(ProfileModel.billingName).trimmed
        if typed.isEmpty {
            try await setBillingNumber(nil, input)
            return .seeOther(.profile.done("profil"))
        }
        switch ADELI.parse(String(typed.prefix(100))) {
        case .success(let number):
            try await setBillingNumber(number, input)
            return .seeOther(.profile.done("profil"))
        case .failure(let fault):
            return show(try await profile()) {
                $0.billing = typed
                $0.faults = [FieldFault(field: ProfileModel.billingName, message: fault.message)]
            }
        }
    }

    /// An address to be confirmed, or none any more.
    fileprivate func contact(_ channel: TellingChannel, _ input: Input) async throws -> Reply {
        let field = channel == .mail ? ProfileModel.mailName : ProfileModel.mobileName
        let typed = input.form.typed(field)
        if input.form.first(ProfileModel.removeName) != nil {
            try await forgetContact(channel, input)
            return .seeOther(.profile.done("adresse-retiree"))
        }
        let profile = try await profile()
        // Nothing is asked to be sent that could not be.
        guard profile.channels.contains(channel) else { return .seeOther(.profile) }
        let address =
            channel == .mail ? MailboxAddress.parse(typed)?.rawValue : MobileNumber.parse(typed)?.rawValue
        guard let address else {
            return show(profile) { $0.refuse(channel, typed, channel == .mail ? .profileMail : .profileMobile) }
        }
        guard try await askContact(address, by: channel, input) else {
            return show(profile) { $0.refuse(channel, typed, .tooManyChecks(field)) }
        }
        return .seeOther(.profile.done(channel == .mail ? "lien" : "code"))
    }

    fileprivate func code(_ input: Input) async throws -> Reply {
        let digits = String(input.form.typed(ProfileModel.codeName).filter { !$0.isWhitespace }.prefix(20))
        switch try await confirmContact(digits, by: .sms, input) {
        case .confirmed: return .seeOther(.profile.done("adresse"))
        case .unknown: return show(try await profile()) { $0.faults = [.profileCode] }
        case .tooOften: return show(try await profile()) { $0.faults = [.profileCodeTooOften] }
        }
    }

    fileprivate func choices(_ input: Input) async throws -> Reply {
        let parsed = ChoicesForm(input.form)
        switch parsed.choices {
        case .success(let choices):
            try await save(choices, input)
            return .seeOther(.profile.done("profil"))
        case .failure(let faults):
            return show(try await profile()) { model in
                model.lay(parsed)
                model.faults = faults.list
            }
        }
    }

    fileprivate func confirmPage(_ input: Input, isRefused: Bool = false) async throws -> Reply {
        let around = try await profile().surroundings
        let making = page(isDemonstration: around.isDemonstration, offsets: around.offsets)
        let model = ConfirmMailModel(
            seal: making.seal(), path: .confirmMail(String(input.parameter("jeton").prefix(100))), isRefused: isRefused)
        return .page(ConfirmMailView(model, in: making.frame()), status: isRefused ? 422 : 200)
    }
}
