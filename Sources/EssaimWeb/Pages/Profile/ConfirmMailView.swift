import HTML

/// Where the link of a mail leads. A page with a button: what looks at links before their reader confirms nothing.
struct ConfirmMailModel: Sendable {
    var seal: FormSeal
    var path: SitePath
    /// It confirmed nothing.
    var isRefused = false

    static let sample = ConfirmMailModel(seal: .sample, path: .confirmMail("jeton"))
    static let refusedSample = ConfirmMailModel(seal: .sample, path: .confirmMail("jeton"), isRefused: true)
}

struct ConfirmMailView: PageView {
    let model: ConfirmMailModel
    let frame: PageFrame

    init(_ model: ConfirmMailModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Confirmer une adresse", width: .narrow, page: "profil").document {
            if model.isRefused {
                div(.class("intro")) {
                    h1 { "Ce lien ne confirme rien" }
                    p {
                        "Il a déjà servi, il a plus de 24 heures, ou l’adresse a été donnée par un autre compte que le "
                        "vôtre."
                    }
                }
                p { a(.href(SitePath.profile.text), .class("button primary")) { "Demander un autre lien" } }
            } else {
                div(.class("intro")) {
                    h1 { "Confirmer cette adresse" }
                    p { "Vos messages y seront envoyés. Ils ne disent rien des patients." }
                }
                form(.method(.post), .action(model.path.text), .class("part")) {
                    SealFields(seal: model.seal).markup
                    button(.type(button: .submit), .class("button primary")) { "Confirmer cette adresse" }
                }
            }
        }
    }
}
