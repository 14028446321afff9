import EssaimDomain
import HTML

struct ArrivalView: PageView {
    let model: ArrivalModel
    let frame: PageFrame

    init(_ model: ArrivalModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Bienvenue", width: .narrow, page: "arrivee").document {
            div(.class("card login")) {
                h1 { "Bienvenue, \(model.name)" }
                FaultSummary(faults: model.faults).markup
                form(.method(.post), .action(SitePath.arrival.text), .data("once")) {
                    SealFields(seal: model.seal).markup
                    input(.type(.hidden), .name(ArrivalModel.tokenName), .value(model.token))
                    if !model.choices.isEmpty { choices }
                    if let place = model.place { self.place(place) }
                    if model.asksCharter { charter }
                    button(.type(button: .submit), .class("button primary wide")) { "Entrer" }
                }
            }
        }
    }

    private var choices: Markup {
        Field(name: ArrivalModel.choiceName, label: "Où exercez-vous aujourd’hui\u{A0}?").aroundGroup(
            div(.class("pledges")) { for (index, choice) in model.choices.enumerated() { one(choice, index == 0) } })
    }

    private func one(_ choice: ArrivalModel.Choice, _ isFirst: Bool) -> Markup {
        label(.class("choice")) {
            input(.type(.radio), .name(ArrivalModel.choiceName), .value(choice.value), .checked(isFirst))
            span {
                strong { choice.title }
                " "
                choice.place
            }
        }
    }

    @MarkupBuilder private func place(_ typed: TypedStructure) -> Markup {
        p { "Votre lieu d’exercice n’est pas connu. Les lignes que vous pouvez demander en dépendent." }
        one(TypedStructure.nameField, "Nom du cabinet ou de l’établissement", typed.name)
        one(
            TypedStructure.communeField, "Code INSEE de la commune", typed.commune,
            help: "Cinq caractères\u{A0}: 22113 pour Lannion. Ce n’est pas le code postal.")
        one(TypedStructure.communeNameField, "Commune", typed.communeName)
    }

    private func one(_ name: String, _ label: String, _ value: String, help: String = "") -> Markup {
        TextInput(
            field: Field(name: name, label: label, help: help, error: model.faults.message(for: name)), value: value,
            isRequired: true
        ).markup
    }

    @MarkupBuilder private var charter: Markup {
        section(.aria("labelledby", "la-charte")) {
            h2(.id("la-charte")) { "Charte d’usage" }
            ul {
                li {
                    "Vous demandez et répondez pour des patients que vous soignez, informés et qui ne s’y opposent pas."
                }
                li {
                    "Vous n’ouvrez que les dossiers dont vous avez besoin. Chaque lecture est tracée et peut être montrée."
                }
                li { "Votre accès est personnel. Vous ne le prêtez à personne." }
                li { "Une urgence vitale ne passe pas par ici\u{A0}: appelez le 15." }
            }
        }
        Tick(
            field: Field(
                name: ArrivalModel.charterName, label: "J’ai lu la charte et je l’accepte",
                error: model.faults.message(for: ArrivalModel.charterName)), isTicked: false
        ).markup
    }
}
