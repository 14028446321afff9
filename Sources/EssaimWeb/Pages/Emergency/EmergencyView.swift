import EssaimDomain
import HTML

/// Says what will happen, then asks for the number and the reason: nothing here can be undone.
struct EmergencyView: PageView {
    let model: EmergencyModel
    let frame: PageFrame

    init(_ model: EmergencyModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Accès d’urgence", width: .narrow, page: "acces-urgence").document {
            div(.class("intro")) {
                h1 { "Accès d’urgence" }
                p {
                    "Le patient est devant vous, et une demande le concerne dans votre réseau\u{A0}: vous pouvez la lire."
                }
            }
            if model.isTooOften { NoticeView(model: Self.tooOften).markup }
            FaultSummary(faults: model.faults).markup
            section(.class("part"), .aria("labelledby", "suite")) {
                h2(.id("suite")) { "Ce qui va se passer" }
                ul(.class("consequences")) {
                    line(.clock, "Vous lisez la demande, ses photographies et son compte rendu pendant une heure.")
                    line(.document, "Vous ne pouvez rien y écrire, ni la prendre.")
                    line(.person, "La structure qui demande, l’expert en charge et le référent sécurité sont prévenus.")
                    line(.shield, "Votre nom, l’heure et le motif restent inscrits, et le patient peut les lire.")
                }
            }
            form(.method(.post), .action(SitePath.emergency.text), .class("part"), .data("once")) {
                SealFields(seal: model.seal).markup
                TextInput(
                    field: Field(
                        name: EmergencyModel.numberName, label: "Numéro de la demande",
                        help: "Il est sur le compte rendu et dans les courriers\u{A0}: 7K3M-QX2P.",
                        error: model.faults.message(for: EmergencyModel.numberName), isRequired: true),
                    value: model.number, size: .medium, isRequired: true
                ).markup
                TextArea(
                    field: Field(
                        name: EmergencyModel.reasonName, label: "Motif",
                        help: "Pourquoi maintenant, et pourquoi vous. Dix caractères au moins.",
                        error: model.faults.message(for: EmergencyModel.reasonName), isRequired: true),
                    value: model.reason, limit: EmergencyAccess.longestReason, isRequired: true
                ).markup
                button(.type(button: .submit), .class("button primary")) { "Ouvrir cette demande en urgence" }
            }
        }
    }

    private func line(_ icon: Icon, _ text: String) -> Markup {
        li {
            icon.markup
            span { text }
        }
    }

    private static let tooOften = Notice(
        .problem,
        "Vous avez demandé \(EmergencyAccess.mostADay)\u{A0}accès d’urgence en vingt-quatre heures, le plus qui soit "
            + "possible. Rien n’a été ouvert. Appelez la coordination du réseau, ou l’expert en charge.")
}
