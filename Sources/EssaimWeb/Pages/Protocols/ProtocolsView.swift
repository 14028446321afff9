import EssaimDomain
import HTML

struct ProtocolsView: PageView {
    let model: ProtocolsModel
    let frame: PageFrame

    init(_ model: ProtocolsModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Formulaires", page: "protocoles").document {
            div(.class("intro")) {
                p(.class("eyebrow")) { model.networkName }
                h1 { "Formulaires" }
                p(.class("help")) { "Un formulaire publié vaut pour les demandes à venir. Les autres gardent le leur." }
            }
            FaultSummary(faults: model.faults).markup
            section(.class("stack"), .id("propres")) {
                h2 { "Formulaires du réseau" }
                if model.own.isEmpty { p { "Aucun pour l’instant. Copiez un formulaire fourni, ou partez de rien." } }
                if !model.own.isEmpty { table(model.own, "Formulaires du réseau") }
                Pager(first: nil, next: model.next).markup
            }
            if model.mayWrite { creation }
            section(.class("stack"), .id("fournis")) {
                h2 { "Formulaires fournis" }
                p(.class("help")) { "Ils viennent avec Essaim et ne se modifient pas\u{A0}: copiez-les." }
                table(model.shipped, "Formulaires fournis")
            }
            if model.mayWrite { reading }
        }
    }

    private func table(_ lines: [ProtocolsModel.Line], _ caption: String) -> Markup {
        LedgerTable(
            caption: caption, columns: ["Formulaire", "Version", "Lignes qui l’utilisent"],
            rows: lines.map { line in
                LedgerTable.Row(cells: [
                    Markup.group {
                        a(.href(line.path.text)) { line.title }
                        if line.isToBeReviewed { span(.class("profession")) { "À relire\u{A0}: date dépassée" } }
                    },
                    .text(line.state), .text(line.lines.joined(separator: ", ")),
                ])
            }
        ).markup
    }

    private var creation: Markup {
        form(
            .method(.post), .action(SitePath.protocols(model.network).text), .class("part"), .id("nouveau"),
            .data("once"), .novalidate()
        ) {
            SealFields(seal: model.seal).markup
            h2 { "Nouveau formulaire" }
            TextInput(
                field: Field(
                    name: ProtocolField.title, label: "Titre",
                    error: model.faults.message(for: ProtocolField.title), isRequired: true), value: model.title
            ).markup
            SelectList(
                field: Field(name: ProtocolField.base, label: "À partir de"),
                options: model.bases.map { .init(value: $0.value, label: $0.label) }, chosen: "",
                none: "Rien\u{A0}: une seule question"
            ).markup
            button(.type(button: .submit), .class("button primary")) { "Commencer ce formulaire" }
        }
    }

    private var reading: Markup {
        form(
            .method(.post), .action(SitePath.importProtocol(model.network).text), .class("part"), .id("importer"),
            .data("once"), .novalidate()
        ) {
            SealFields(seal: model.seal).markup
            h2 { "Importer un formulaire" }
            TextArea(
                field: Field(
                    name: ProtocolField.file, label: "Questionnaire FHIR R4, en JSON",
                    help: "Collez le fichier entier. Il arrive en préparation, sous un nouveau nom.",
                    error: model.faults.message(for: ProtocolField.file), isRequired: true), value: model.file,
                limit: 200_000, rowCount: 6
            ).markup
            button(.type(button: .submit), .class("button secondary")) { "Importer ce formulaire" }
        }
    }
}
