import EssaimDomain
import HTML

struct StructureView: PageView {
    let model: StructureModel
    let frame: PageFrame

    init(_ model: StructureModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Ma structure", page: "structure").document {
            div(.class("intro")) {
                h1 { "Ma structure" }
                p { model.name }
                if !model.others.isEmpty {
                    p(.class("help")) {
                        "Vous en tenez d’autres\u{A0}: "
                        for (index, other) in model.others.enumerated() {
                            if index > 0 { ", " }
                            a(.href(other.path.text)) { other.title }
                        }
                        "."
                    }
                }
            }
            if model.isStale { NoticeView(model: Self.stale).markup }
            FaultSummary(faults: model.faults).markup
            members
            if !model.offers.isEmpty { offers }
            invitation
            StructureFactsForm(model: model).markup
        }
    }

    private var members: Markup {
        section(.class("stack"), .id("membres")) {
            h2 { "Membres" }
            LedgerTable(
                caption: "Membres de la structure", columns: ["Nom", "Place", "État", "Depuis", "Changer"],
                rows: model.members.map { line in
                    LedgerTable.Row(cells: [
                        Markup.group {
                            strong { line.name }
                            span(.class("profession")) { line.profession }
                        },
                        Markup.group {
                            span { line.place }
                            if !line.principals.isEmpty { span(.class("profession")) { line.principals } }
                        },
                        line.isOpen ? .text(line.status) : span(.class("quiet")) { line.status },
                        .text(line.since.map(frame.clock.date) ?? ""),
                        a(.href(line.path.text)) {
                            "Changer"
                            span(.class("visually-hidden")) { " la place de \(line.name)" }
                        },
                    ])
                }
            ).markup
            Pager(first: model.first, next: model.next).markup
        }
    }

    private var offers: Markup {
        section(.class("part"), .id("invitations")) {
            h2 { "Invitations" }
            ul(.class("absences")) {
                for offer in model.offers {
                    li {
                        p {
                            strong { offer.address }
                            " · \(offer.place) · "
                            offer.isRefused ? "refusée" : "en attente, \(frame.clock.words(offer.at))"
                        }
                        form(.method(.post), .action(offer.removal.text), .data("once")) {
                            SealFields(seal: model.seal).markup
                            button(.type(button: .submit), .class("button quiet small")) {
                                "Retirer"
                                span(.class("visually-hidden")) { " l’invitation de \(offer.address)" }
                            }
                        }
                    }
                }
            }
            p(.class("help")) {
                "Une invitation attend trente jours sur le profil de la personne, si elle a un compte."
            }
        }
    }

    private var invitation: Markup {
        form(
            .method(.post), .action(SitePath.structure(model.id, "invitations").text), .class("part"), .id("inviter"),
            .data("once"), .novalidate()
        ) {
            SealFields(seal: model.seal).markup
            h2 { "Inviter" }
            TextInput(
                field: Field(
                    name: StructureInvitation.addressField, label: "RPPS ou identifiant de connexion",
                    help: "La personne accepte ou refuse sur son profil.",
                    error: model.faults.message(for: StructureInvitation.addressField), isRequired: true),
                value: model.invited, size: .medium
            ).markup
            model.terms.markup
            button(.type(button: .submit), .class("button secondary")) { "Inviter cette personne" }
        }
    }

    private static let stale = Notice(
        .warning,
        "Un autre administrateur a changé cette fiche pendant que vous écriviez. Ce que vous avez écrit est gardé ici"
            + "\u{A0}: enregistrez pour le garder à la place.")
}

/// What a structure says of itself.
struct StructureFactsForm {
    let model: StructureModel

    var markup: Markup {
        form(
            .method(.post), .action(SitePath.structure(model.id, "fiche").text), .class("part"), .id("fiche"),
            .data("once"), .novalidate()
        ) {
            SealFields(seal: model.seal).markup
            h2 { "Fiche de la structure" }
            line(TypedStructure.nameField, "Nom", model.facts.name, isRequired: true)
            line(TypedStructure.cptsField, "CPTS", model.facts.cpts, help: "Facultatif. Pour les chiffres du réseau.")
            line(TypedStructure.finessField, "FINESS", model.facts.finess, help: "Facultatif, 9 caractères.", .medium)
            div(.class("field-row")) {
                line(
                    TypedStructure.communeField, "Code INSEE de la commune", model.facts.commune,
                    help: "Cinq caractères\u{A0}; pas le code postal.", isRequired: true, .medium)
                line(
                    TypedStructure.communeNameField, "Commune", model.facts.communeName, isRequired: true, .medium)
            }
            p(.class("help")) {
                "La commune décide du secteur qui reçoit vos prochaines demandes. Celles qui sont parties n’en changent pas."
            }
            button(.type(button: .submit), .class("button primary")) { "Enregistrer la fiche" }
        }
    }

    private func line(
        _ name: String, _ label: String, _ value: String, help: String = "", isRequired: Bool = false,
        _ size: TextInput.Size = .full
    ) -> Markup {
        TextInput(
            field: Field(
                name: name, label: label, help: help, error: model.faults.message(for: name), isRequired: isRequired),
            value: value, size: size
        ).markup
    }
}
