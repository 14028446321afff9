import HTML

struct PersonasView: PageView {
    let model: PersonasModel
    let frame: PageFrame

    init(_ model: PersonasModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Démonstration", page: "demo").document {
            div(.class("intro")) {
                h1 { "Qui voulez-vous être\u{A0}?" }
                p {
                    "Un réseau fictif, des patients qui n’existent pas. Entrez dans la peau d’une personne, "
                    "puis d’une autre, pour suivre une demande de bout en bout."
                }
            }
            for group in model.groups {
                section(.class("persona-group")) {
                    h2 { group.title }
                    ul(.class("cards")) { for persona in group.personas { card(persona) } }
                }
            }
        }
    }

    private func card(_ persona: PersonasModel.Persona) -> Markup {
        li {
            form(.method(.post), .action(SitePath.enterPersona.text), .data("once")) {
                SealFields(seal: model.seal).markup
                button(
                    .type(button: .submit), .name(PersonasModel.personaName), .value(persona.id),
                    .class("card persona")
                ) {
                    span(.class("avatar"), .aria("hidden", "true")) { initials(persona.name) }
                    span(.class("persona-text")) {
                        strong { persona.name }
                        span(.class("persona-role")) { persona.role }
                        if !persona.note.isEmpty { span(.class("persona-note")) { persona.note } }
                    }
                }
            }
        }
    }

    /// « CM » for « Dr Claire Morvan ».
    private func initials(_ name: String) -> String {
        name.split(separator: " ").filter { $0 != "Dr" }.prefix(2).compactMap(\.first).map(String.init).joined()
    }
}
