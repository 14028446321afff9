import HTML

struct SecondStepView: PageView {
    let model: SecondStepModel
    let frame: PageFrame

    init(_ model: SecondStepModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: title, width: .narrow, page: "connexion").document {
            div(.class("card login")) {
                h1 { title }
                p { model.isProof ? Self.proof : Self.second }
                if let error = model.error { NoticeView(model: Notice(.problem, error)).markup }
                if !model.passkeys.isEmpty { key }
                if model.takesCode || model.takesRecovery { code }
                if let provider = model.provider { again(provider) }
                p(.class("aside")) {
                    if model.isProof {
                        a(.href(SitePath.security.text)) { "Revenir sans confirmer" }
                    } else {
                        a(.href(SitePath.login.text)) { "Recommencer depuis le début" }
                    }
                }
            }
        }
    }

    private static let second = "Votre mot de passe est le bon. Montrez maintenant que c’est bien vous."
    private static let proof = "Ce que vous allez changer protège votre compte. Montrez d’abord que c’est bien vous."

    private var title: String { model.isProof ? "Confirmer que c’est vous" : "Deuxième étape" }

    /// There, not here: what they show to their provider is theirs.
    private func again(_ provider: LoginModel.Provider) -> Markup {
        form(.method(.post), .action(SitePath.leave(for: provider.name).text)) {
            SealFields(seal: model.seal).markup
            button(.type(button: .submit), .class("button \(model.passkeys.isEmpty ? "primary" : "secondary") wide")) {
                "M’identifier de nouveau avec \(provider.title)"
            }
        }
    }

    private var key: Markup {
        form(.method(.post), .action(path(.loginKey, .proofKey)), .class("passkey-form")) {
            hidden
            PasskeyFields(
                ceremony: .get, challenge: model.challenge, passkeys: model.passkeys,
                title: "Utiliser ma clé d’accès", isPrimary: true
            ).markup
            noscript { p { "Pour utiliser votre clé d’accès, autorisez JavaScript sur ce site." } }
        }
    }

    private var code: Markup {
        form(.method(.post), .action(path(.loginCode, .proofCode)), .data("once")) {
            hidden
            TextInput(
                field: Field(
                    name: SecondStepModel.codeName, label: model.takesCode ? "Code à six chiffres" : "Code de secours",
                    help: help),
                autocomplete: "one-time-code", size: .medium, isRequired: true, isFocused: model.passkeys.isEmpty
            ).markup
            button(.type(button: .submit), .class("button \(model.passkeys.isEmpty ? "primary" : "secondary") wide")) {
                "Continuer"
            }
        }
    }

    private var help: String {
        switch (model.takesCode, model.takesRecovery) {
        case (true, true): "Celui que montre votre application. Sans elle\u{A0}: un de vos codes de secours."
        case (true, false): "Celui que montre votre application."
        default: "Un de ceux que vous avez imprimés ou notés. Chacun ne sert qu’une fois."
        }
    }

    @MarkupBuilder private var hidden: Markup {
        SealFields(seal: model.seal).markup
        input(.type(.hidden), .name(SecondStepModel.stepName), .value(model.step))
        if let resume = model.resume { resume.hidden }
    }

    private func path(_ signIn: SitePath, _ proof: SitePath) -> String { (model.isProof ? proof : signIn).text }
}
