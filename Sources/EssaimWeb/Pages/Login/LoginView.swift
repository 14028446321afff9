import HTML

/// A password, or a key alone.
struct LoginView: PageView {
    let model: LoginModel
    let frame: PageFrame

    init(_ model: LoginModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Connexion", width: .narrow, page: "connexion").document {
            div(.class("card login")) {
                h1 { "Se connecter" }
                if let resume = model.resume { resume.notice }
                for provider in model.providers { providerForm(provider) }
                if !model.providers.isEmpty { p(.class("or")) { "ou avec un compte d’Essaim" } }
                form(.method(.post), .action(SitePath.login.text), .data("once")) {
                    SealFields(seal: model.seal).markup
                    if let resume = model.resume { resume.hidden }
                    if let error = model.error { NoticeView(model: Notice(.problem, error)).markup }
                    TextInput(
                        field: Field(name: LoginModel.identifierName, label: "Identifiant"), value: model.identifier,
                        autocomplete: "username", isRequired: true, isFocused: model.identifier.isEmpty
                    ).markup
                    TextInput(
                        field: Field(name: LoginModel.passwordName, label: "Mot de passe"), type: .password,
                        autocomplete: "current-password", isRequired: true, isFocused: !model.identifier.isEmpty
                    ).markup
                    button(.type(button: .submit), .class("button primary wide")) {
                        model.resume == nil ? "Se connecter" : "Se connecter et reprendre"
                    }
                }
                form(.method(.post), .action(SitePath.loginKey.text), .class("passkey-form")) {
                    SealFields(seal: model.seal).markup
                    if let resume = model.resume { resume.hidden }
                    input(.type(.hidden), .name(SecondStepModel.stepName), .value(""))
                    PasskeyFields(ceremony: .get, challenge: nil, title: "Se connecter avec une clé d’accès").markup
                }
                if model.offersPersonas {
                    p(.class("aside")) {
                        a(.href(SitePath.personas.text)) { "Essayer sans compte, avec une personne fictive" }
                    }
                }
            }
        }
    }

    private func providerForm(_ provider: LoginModel.Provider) -> Markup {
        form(.method(.post), .action(SitePath.leave(for: provider.name).text), .data("once")) {
            SealFields(seal: model.seal).markup
            button(.type(button: .submit), .class("button primary wide")) { "Se connecter avec \(provider.title)" }
        }
    }
}
