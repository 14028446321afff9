import EssaimDomain
import HTML

/// Who one is here, and one's number; then where and when one is told.
struct ProfileView: PageView {
    let model: ProfileModel
    let frame: PageFrame

    init(_ model: ProfileModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Mon profil", width: .narrow, page: "profil").document {
            div(.class("intro")) { h1 { "Mon profil" } }
            FaultSummary(faults: model.faults).markup
            ProfileInvitations(model: model).markup
            identity
            if let billing = model.billing { billingForm(billing) }
            if !model.mail.isOffered, !model.mobile.isOffered {
                NoticeView(
                    model: Notice(
                        .information,
                        "Ce serveur n’envoie ni courriel ni SMS\u{A0}: rien ne part. Vos listes disent tout.")
                ).markup
            }
            ProfileContacts(model: model, clock: frame.clock).markup
            ProfileChoices(model: model).markup
            ProfileLines(model: model, clock: frame.clock).markup
        }
    }

    private var identity: Markup {
        section(.class("part"), .aria("labelledby", "vous")) {
            h2(.id("vous")) { "Vous" }
            dl(.class("lines")) {
                line("Nom", model.name)
                line("Profession", model.profession)
                if let rpps = model.rpps { line("RPPS", rpps) }
                for place in model.places { line("Structure", place) }
            }
            p(.class("help")) { "Le nom et le RPPS se corrigent auprès de la coordination de votre réseau." }
        }
    }

    private func billingForm(_ billing: String) -> Markup {
        form(.method(.post), .action(SitePath.profile(ProfileModel.billingName).text), .class("part")) {
            SealFields(seal: model.seal).markup
            h2 { "Facturation" }
            TextInput(
                field: Field(
                    name: ProfileModel.billingName, label: "Numéro de facturation (AM)",
                    help: "Neuf chiffres, sur vos feuilles de soins. Le confrère en a besoin pour coter avec vous.",
                    error: model.faults.message(for: ProfileModel.billingName)),
                value: billing, mode: .numeric, size: .medium
            ).markup
            button(.type(button: .submit), .class("button secondary")) { "Enregistrer le numéro" }
        }
    }

    private func line(_ label: String, _ value: String) -> Markup {
        div {
            dt { label }
            dd { value }
        }
    }
}
