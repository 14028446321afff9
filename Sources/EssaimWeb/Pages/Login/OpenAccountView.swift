import HTML

/// Where the link that opens an account leads: one chooses a password.
struct OpenAccountModel: Sendable {
    static let passwordName = "mot_de_passe"

    var seal: FormSeal
    var path: SitePath
    var login: String
    var name: String
    var error: String?

    static let sample = OpenAccountModel(
        seal: .sample, path: .openAccount("jeton"), login: "anne.legoff", name: "Dr Anne Le Goff")
    static let refusedSample = OpenAccountModel(
        seal: .sample, path: .openAccount("jeton"), login: "anne.legoff", name: "Dr Anne Le Goff",
        error:
            "Ce mot de passe contient votre identifiant, votre nom, votre adresse ou votre RPPS. Choisissez-en un autre."
    )
}

struct OpenAccountView: PageView {
    let model: OpenAccountModel
    let frame: PageFrame

    init(_ model: OpenAccountModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Ouvrir mon compte", width: .narrow, page: "connexion").document {
            div(.class("card login")) {
                h1 { "Ouvrir mon compte" }
                p { "\(model.name), votre identifiant est \(model.login)." }
                form(.method(.post), .action(model.path.text), .data("once")) {
                    SealFields(seal: model.seal).markup
                    // For the browser's own keeping of passwords.
                    input(
                        .type(.text), .name(LoginModel.identifierName), .value(model.login), .autocomplete("username"),
                        .hidden())
                    TextInput(
                        field: Field(
                            name: OpenAccountModel.passwordName, label: "Mot de passe",
                            help:
                                "Douze caractères au moins. Quatre ou cinq mots sans lien entre eux conviennent très bien.",
                            error: model.error),
                        type: .password, autocomplete: "new-password", isRequired: true, isFocused: true
                    ).markup
                    button(.type(button: .submit), .class("button primary wide")) { "Continuer" }
                }
                p(.class("aside")) { "L’étape suivante ajoute une clé d’accès ou un code, demandé à chaque connexion." }
            }
        }
    }
}
