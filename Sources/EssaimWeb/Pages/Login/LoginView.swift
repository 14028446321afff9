import HTML

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
                if let resume = model.resume { carried(resume) }
                form(.method(.post), .action(SitePath.login.text), .data("once")) {
                    SealFields(seal: model.seal).markup
                    if let resume = model.resume {
                        input(.type(.hidden), .name(LoginModel.resumePathName), .value(resume.path.text))
                        for field in resume.fields {
                            input(.type(.hidden), .name(LoginModel.carriedPrefix + field.name), .value(field.value))
                        }
                    }
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
                if model.offersPersonas {
                    p(.class("aside")) {
                        a(.href(SitePath.personas.text)) { "Essayer sans compte, avec une personne fictive" }
                    }
                }
            }
        }
    }

    private func carried(_ resume: LoginModel.Resume) -> Markup {
        NoticeView(
            model: Notice(
                .information,
                "Votre session a expiré. Rien n’est perdu\u{A0}: connectez-vous pour reprendre \(resume.what)."
                    .frenchSpaced)
        ).markup
    }
}
