import EssaimWorkflow
import HTML

struct FactorSetUpView: PageView {
    let model: FactorSetUpModel
    let frame: PageFrame

    init(_ model: FactorSetUpModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: title, width: .narrow, page: "connexion").document {
            div(.class("card login")) {
                h1 { title }
                if model.isFirst {
                    p { "Un mot de passe volé n’ouvre alors plus rien. Choisissez l’un des deux." }
                }
                if let error = model.error { NoticeView(model: Notice(.problem, error)).markup }
                key
                application
                if !model.isFirst {
                    p(.class("aside")) { a(.href(SitePath.security.text)) { "Revenir sans rien ajouter" } }
                }
            }
        }
    }

    private var title: String { model.isFirst ? "Protéger mon compte" : "Ajouter un moyen de connexion" }

    private var key: Markup {
        section(.aria("labelledby", "par-cle")) {
            h2(.id("par-cle")) { "Avec une clé d’accès" }
            p { "L’empreinte, le visage ou le code de cet appareil suffit ensuite, sans mot de passe à taper." }
            form(.method(.post), .action(SitePath.enrolKey.text), .class("passkey-form")) {
                hidden
                TextInput(
                    field: Field(
                        name: PasskeyFields.nameName, label: "Nom de l’appareil",
                        help: "Pour la reconnaître plus tard. Exemple\u{A0}: téléphone, poste du cabinet."),
                    size: .medium
                ).markup
                PasskeyFields(
                    ceremony: .create, challenge: model.challenge, passkeys: model.passkeys, owner: model.owner,
                    title: "Créer la clé d’accès", isPrimary: true
                ).markup
                p(.class("help"), .data("passkey-absent")) {
                    "Ce navigateur n’en propose pas\u{A0}: utilisez une application."
                }
            }
        }
    }

    private var application: Markup {
        section(.aria("labelledby", "par-code")) {
            h2(.id("par-code")) { "Avec une application" }
            ol {
                li { "Ouvrez une application de codes sur votre téléphone (FreeOTP, Aegis, 2FAS…)." }
                li {
                    "Lisez ce carré avec elle, ou tapez-y cette clé\u{A0}: "
                    code(.class("secret")) { model.secret }
                }
                li { "Recopiez ici les six chiffres qu’elle montre." }
            }
            if let square = model.square { drawing(square) }
            form(.method(.post), .action(SitePath.enrolCode.text), .data("once")) {
                hidden
                TextInput(
                    field: Field(name: SecondStepModel.codeName, label: "Code à six chiffres"), mode: .numeric,
                    autocomplete: "one-time-code", size: .short, isRequired: true
                ).markup
                button(.type(button: .submit), .class("button secondary wide")) { "Vérifier le code" }
            }
        }
    }

    /// Dark on light in the dark too: cameras read no other.
    private func drawing(_ square: TimeCodeSetUp.Square) -> Markup {
        let quiet = 4
        let dark = square.runs.map { "M\($0.column + quiet) \($0.row + quiet)h\($0.length)v1h-\($0.length)z" }.joined()
        return svg(
            .class("square-code"), .viewBox(width: square.side + 2 * quiet, height: square.side + 2 * quiet),
            .role("img"), .aria("label", "Carré à lire avec l’application. La clé à taper dit la même chose.")
        ) { path(.d(dark)) }
    }

    @MarkupBuilder private var hidden: Markup {
        SealFields(seal: model.seal).markup
        input(.type(.hidden), .name(SecondStepModel.stepName), .value(model.step))
        if let resume = model.resume { resume.hidden }
    }
}
