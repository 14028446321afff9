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
            div(.data("follows")) {
                tabs
                if model.rows.isEmpty {
                    EmptyView(model: model.empty).markup
                } else {
                    ol(.class("rows"), .data("worklist")) {
                        for row in model.rows { WorklistRowView(row: row).markup(frame.clock) }
                    }
                }
                pages
            }
            p(.class("visually-hidden"), .role("status"), .data("followed")) {}
            KeyHints(hints: [
                .init(keys: ["J"], meaning: "suivante"), .init(keys: ["K"], meaning: "précédente"),
                .init(keys: ["↵"], meaning: "ouvrir"), .init(keys: ["?"], meaning: "cacher"),
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

    @MarkupBuilder private var pages: Markup {
        if model.first != nil || model.next != nil {
            nav(.class("pager"), .aria("label", "Pages")) {
                if let first = model.first {
                    a(.href(first.text), .class("button secondary")) { "Revenir au début" }
                }
                if let next = model.next {
                    a(.href(next.text), .class("button secondary"), .data("next-page")) { "Suite" }
                }
            }
        }
    }
}
