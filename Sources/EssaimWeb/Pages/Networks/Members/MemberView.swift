import EssaimDomain
import HTML

struct MemberView: PageView {
    let model: MemberModel
    let frame: PageFrame

    init(_ model: MemberModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: model.name, width: .narrow, page: "membres").document {
            p(.class("way-back")) { a(.href(SitePath.members(model.network).text)) { "Revenir aux membres" } }
            div(.class("intro"), .id("membre"), .tabindex(-1)) {
                p(.class("eyebrow")) { model.networkName }
                h1 { model.name }
                p { "\(model.profession) · \(model.state)" }
            }
            if model.isStale { NoticeView(model: Self.stale).markup }
            FaultSummary(faults: model.faults).markup
            elsewhere
            if model.isAwaited { again }
            if model.mayChange {
                places
                end
            }
        }
    }

    /// What stands and is another's to change.
    @MarkupBuilder private var elsewhere: Markup {
        let roles = model.keepsRoles ? [] : model.allRoles.filter { model.roles.contains($0.value) }.map(\.label)
        let teams = model.teams.filter { !$0.isOwn && !$0.grade.isEmpty }.map { "\($0.name) (\($0.grade))" }
        let all = roles + teams + model.otherPartners
        if !all.isEmpty {
            section(.class("part"), .id("ailleurs")) {
                h2 { "Sa place" }
                ul { for one in all { li { one } } }
            }
        }
    }

    private var again: Markup {
        section(.class("part"), .id("inviter")) {
            h2 { "Renvoyer l’invitation" }
            p(.class("help")) {
                if let mail = model.mail {
                    "Un message part à \(mail). S’il contient un lien, celui d’avant n’ouvre plus rien."
                } else {
                    "Aucun courriel n’est noté\u{A0}: invitez-la de nouveau avec son courriel."
                }
            }
            if model.mail != nil {
                form(.method(.post), .action(path("inviter")), .data("once")) {
                    SealFields(seal: model.seal).markup
                    button(.type(button: .submit), .class("button secondary")) { "Renvoyer l’invitation" }
                }
            }
        }
    }

    private var places: Markup {
        form(
            .method(.post), .action(path("place")), .class("part"), .id("place-du-membre"), .data("once"), .novalidate()
        ) {
            SealFields(seal: model.seal).markup
            h2 { "Changer sa place" }
            if model.keepsRoles {
                group(MemberField.roles, "Rôles", model.allRoles, model.roles)
            }
            for team in model.teams where team.isOwn {
                SelectList(
                    field: Field(name: MemberField.pool(team.id), label: team.name),
                    options: [.init(value: "senior", label: "Senior"), .init(value: "junior", label: "Junior")],
                    chosen: team.grade, none: "N’en fait pas partie"
                ).markup
            }
            if !model.ownPartners.isEmpty {
                group(MemberField.partners, "Administre", model.ownPartners, model.partners)
            }
            button(.type(button: .submit), .class("button primary")) { "Enregistrer sa place" }
        }
    }

    private var end: Markup {
        section(.class("part"), .id("fin")) {
            h2 { "Mettre fin à sa place" }
            p(.class("help")) {
                "Les demandes qu’elle porte reviennent à leur équipe. Ce qui est écrit reste."
            }
            form(.method(.post), .action(path("fin")), .data("once")) {
                SealFields(seal: model.seal).markup
                button(.type(button: .submit), .class("button quiet")) { "Mettre fin à sa place" }
            }
        }
    }

    private func group(
        _ name: String, _ label: String, _ options: [(value: String, label: String)], _ chosen: Set<String>
    ) -> Markup {
        ChoiceGroup(
            field: Field(name: name, label: label, error: model.faults.message(for: name)),
            options: options.map { .init(value: $0.value, label: $0.label) }, chosen: chosen, isMultiple: true
        ).markup
    }

    private func path(_ act: String) -> String { SitePath.member(model.network, model.id).under(act).text }

    private static let stale = Notice(
        .warning,
        "La place de cette personne a changé pendant que vous écriviez\u{A0}: voici ce qu’elle est maintenant.")
}
