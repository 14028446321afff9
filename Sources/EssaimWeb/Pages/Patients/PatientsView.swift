import HTML

struct PatientsView: PageView {
    let model: PatientsModel
    let frame: PageFrame

    init(_ model: PatientsModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Mes patients", page: "patients").document {
            h1 { "Mes patients" }
            form(
                .method(.post), .action(SitePath.patients.text), .class("part search-form"), .role("search"),
                .novalidate()
            ) {
                SealFields(seal: model.seal).markup
                TextInput(
                    field: Field(
                        name: PatientsModel.wordsName, label: "Début du nom",
                        help: "Nom de naissance ou nom utilisé, puis le prénom.",
                        error: model.faults.message(for: PatientsModel.wordsName)),
                    value: model.words, type: .search
                ).markup
                div(.class("filters-end")) {
                    button(.type(button: .submit), .class("button primary")) { "Chercher" }
                    if !model.words.isEmpty {
                        a(.href(SitePath.patients.text), .class("button quiet")) { "Tous mes patients" }
                    }
                }
            }
            if model.rows.isEmpty { EmptyView(model: empty).markup } else { list }
            Pager(first: model.first, next: model.next).markup
        }
    }

    private var list: Markup {
        ol(.class("rows"), .data("worklist")) {
            for row in model.rows {
                li(.class("row"), .data("row")) {
                    div(.class("row-main")) {
                        a(.class("row-title"), .href(row.path.text), .data("row-link")) { row.name }
                        p(.class("row-facts")) {
                            if !row.birthName.isEmpty { span { row.birthName } }
                            span { row.short }
                            span { row.birthDate }
                        }
                    }
                    div(.class("row-status")) {
                        p { French.count(row.requests, "demande", "demandes") }
                        p(.class("row-who")) {
                            if let at = row.lastSentAt { Moment(frame.clock.ago(at), at: at).markup(frame.clock) }
                        }
                    }
                }
            }
        }
    }

    private var empty: EmptyModel {
        model.words.isEmpty
            ? EmptyModel(
                title: "Vos patients se retrouveront ici",
                text: "Un patient y entre avec la première demande que votre structure envoie pour lui.",
                link: PageFrame.Link(title: "Nouvelle demande", path: .newRequest))
            : EmptyModel(
                title: "Aucun patient de votre structure ne porte ce nom",
                text: "Essayez le nom de naissance, ou seulement les premières lettres.")
    }
}
