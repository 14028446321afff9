import HTML

struct WorklistView: PageView {
    let model: WorklistModel
    let frame: PageFrame

    init(_ model: WorklistModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: title, page: "demandes").document {
            div(.class("page-head")) {
                h1 { "Demandes" }
                if model.mayAsk {
                    a(.href(SitePath.newRequest.text), .class("button primary")) {
                        Icon.plus.markup
                        " Nouvelle demande"
                    }
                }
            }
            // Read again by itself when something in it changed (`live.js`).
            div(.data("follows"), model.trace.map { .data("trace", $0) }) {
                for notice in model.notices { emergency(notice) }
                tabs
                if let warning = model.warning { hindered(warning) }
                if model.rows.isEmpty {
                    EmptyView(model: model.empty).markup
                } else {
                    ol(.class("rows"), .data("worklist")) {
                        for row in model.rows { WorklistRowView(row: row).markup(frame.clock) }
                    }
                }
                Pager(first: model.first, next: model.next).markup
            }
            p(.class("visually-hidden"), .role("status"), .data("followed", "Liste mise à jour.")) {}
            KeyHints(hints: [
                .init(keys: ["J"], meaning: "suivante"), .init(keys: ["K"], meaning: "précédente"),
                .init(keys: ["↵"], meaning: "ouvrir, la première sinon"), .init(keys: ["?"], meaning: "cacher"),
            ]).markup
        }
    }

    private var title: String {
        model.tabs.first(where: \.isCurrent).map { "\($0.title), demandes" } ?? "Demandes"
    }

    private var tabs: Markup {
        nav(.class("tabs"), .aria("label", "Vues")) {
            ul {
                for tab in model.tabs {
                    li {
                        a(.href(tab.path.text), tab.isCurrent ? .aria("current", "page") : nil) {
                            tab.title
                            if let count = tab.count {
                                " "
                                span(.class(tab.isPressing && count > 0 ? "count pressing" : "count")) { count }
                            }
                        }
                    }
                }
            }
        }
    }

    private func hindered(_ warning: String) -> Markup {
        div(.class("notice information")) {
            Icon.information.markup
            p {
                "\(warning) "
                a(.href(SitePath.availability.text)) { "Mes disponibilités" }
            }
        }
    }

    private func emergency(_ line: WorklistModel.EmergencyLine) -> Markup {
        div(.class("notice warning"), .role("status")) {
            Icon.alert.markup
            p {
                strong { line.who }
                " a ouvert la demande \(line.number) en urgence "
                Moment(frame.clock.ago(line.at), at: line.at).markup(frame.clock)
                ". "
                a(.href(line.trail.text)) { "Voir qui a vu ce dossier" }
            }
        }
    }
}
