import EssaimDomain
import HTML

struct MembersView: PageView {
    let model: MembersModel
    let frame: PageFrame

    init(_ model: MembersModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Membres", page: "membres").document {
            div(.class("intro")) {
                p(.class("eyebrow")) { model.networkName }
                h1 { "Membres" }
            }
            FaultSummary(faults: model.faults).markup
            if !model.report.isEmpty { report }
            section(.class("stack"), .id("liste")) {
                h2 { "Qui en fait partie" }
                if model.members.isEmpty {
                    p { model.isFirst ? "Personne pour l’instant." : "Il n’y a personne d’autre." }
                } else {
                    list
                }
                Pager(first: model.isFirst ? nil : SitePath.members(model.network), next: model.next).markup
            }
            if model.mayInvite {
                one
                many
            }
        }
    }

    private var list: Markup {
        LedgerTable(
            caption: "Membres du réseau", columns: ["Nom", "Place", "État"],
            rows: model.members.map { line in
                LedgerTable.Row(cells: [
                    Markup.group {
                        a(.href(line.path.text)) { line.name }
                        span(.class("profession")) { line.profession }
                    },
                    .text(line.places.joined(separator: ", ")), .text(line.state),
                ])
            }
        ).markup
    }

    private var report: Markup {
        section(.class("part"), .id("compte-rendu"), .tabindex(-1)) {
            h2 { "Ce qu’il en est de chaque ligne" }
            if let count = model.toSend {
                p {
                    count == 0
                        ? "Rien n’est à envoyer\u{A0}: corrigez les lignes refusées, puis vérifiez de nouveau."
                        : "Rien n’est encore fait. À envoyer\u{A0}: \(count)."
                }
            }
            LedgerTable(
                caption: "Lignes de la table", columns: ["Ligne"],
                rows: model.report.map { LedgerTable.Row(cells: [.text($0.text)], isRefused: $0.isRefused) }
            ).markup
        }
    }

    private var one: Markup {
        form(
            .method(.post), .action(SitePath.members(model.network).under("inviter").text), .class("part"),
            .id("inviter"), .data("once"), .novalidate()
        ) {
            SealFields(seal: model.seal).markup
            h2 { "Inviter quelqu’un" }
            div(.class("field-row")) {
                line("nom", "Nom", isRequired: true)
                line("prenom", "Prénom", isRequired: true)
            }
            div(.class("field-row")) {
                line("rpps", "RPPS", help: "11 chiffres.")
                line(
                    "courriel", "Courriel", help: "L’invitation y part. Sans RPPS, il sert d’identifiant de connexion.")
            }
            line(
                "verifie", "Identité vérifiée par, et comment",
                help:
                    "Pour qu’un professionnel ouvre un compte sans Pro Santé Connect. Gardé dans le journal\u{A0}: Mme Agenda, carte CPS vue au cabinet."
            )
            list("profession", "Profession", model.professions, "Choisir")
            if !model.roles.isEmpty { list("roles", "Rôle", model.roles, "Aucun") }
            if !model.pools.isEmpty {
                div(.class("field-row")) {
                    list("equipes", "Équipe", model.pools, "Aucune")
                    list("grade", "Dans cette équipe", [("senior", "Senior"), ("junior", "Junior")], "Senior")
                }
            }
            if !model.partners.isEmpty { list("partenaire", "Administre", model.partners, "Aucun établissement") }
            button(.type(button: .submit), .class("button primary")) { "Inviter cette personne" }
        }
    }

    private var many: Markup {
        form(
            .method(.post), .action(SitePath.members(model.network).under("inviter").text), .class("part"),
            .id("inviter-plusieurs"), .novalidate()
        ) {
            SealFields(seal: model.seal).markup
            h2 { "Inviter plusieurs personnes" }
            TextArea(
                field: Field(
                    name: MemberField.table, label: "Table en CSV",
                    help:
                        "Première ligne\u{A0}: nom;prenom;rpps;courriel;profession;specialite;roles;equipes;grade;partenaire;verifie",
                    error: model.faults.message(for: MemberField.table), isRequired: true), value: model.table,
                limit: InvitationRow.mostBytes, rowCount: 6
            ).markup
            // A script shows it, and puts the file's text above: without one, the table is pasted.
            div(.class("field"), .data("text-file", MemberField.table), .hidden()) {
                label(.for("fichier")) { "Ou un fichier CSV" }
                input(.type(.file), .id("fichier"), .class("input file"), .accept(".csv,text/csv,text/plain"))
                p(.role("status"), .class("help")) { "" }
            }
            if !model.writes {
                p(.class("help")) { "Ce serveur n’envoie pas de courriel\u{A0}: prévenez vous-même ces personnes." }
            }
            div(.class("button-row")) {
                if let count = model.toSend, count > 0 { step(.send, "Envoyer ces invitations", "primary") }
                step(.check, "Vérifier la table", "secondary")
                if !model.report.isEmpty { step(.download, "Télécharger ce compte rendu", "quiet") }
            }
        }
    }

    private func step(_ step: MemberField.Step, _ label: String, _ look: String) -> Markup {
        button(
            .type(button: .submit), .class("button \(look)"), .name(MemberField.step), .value(step.rawValue)
        ) { label }
    }

    private func line(_ name: String, _ label: String, help: String = "", isRequired: Bool = false) -> Markup {
        TextInput(
            field: Field(
                name: name, label: label, help: help, error: model.faults.message(for: name), isRequired: isRequired),
            value: model.typed[name] ?? ""
        ).markup
    }

    private func list(
        _ name: String, _ label: String, _ options: [(value: String, label: String)], _ none: String
    ) -> Markup {
        SelectList(
            field: Field(name: name, label: label, error: model.faults.message(for: name)),
            options: options.map { .init(value: $0.value, label: $0.label) }, chosen: model.typed[name] ?? "",
            none: none
        ).markup
    }
}
