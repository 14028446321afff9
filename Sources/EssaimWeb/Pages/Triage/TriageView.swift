import EssaimDomain
import HTML

/// The regulator's board: one line a demand, a box to tick several, one act for all that is ticked.
struct TriageView: PageView {
    let model: TriageModel
    let frame: PageFrame

    init(_ model: TriageModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: title, page: "demandes").document {
            div(.class("page-head")) { h1 { "Régulation" } }
            div(.data("follows"), model.trace.map { .data("trace", $0) }) {
                if !model.fault.isEmpty { NoticeView(model: Notice(.problem, model.fault)).markup }
                tabs
                if model.rows.isEmpty {
                    EmptyView(model: model.empty).markup
                } else {
                    ol(.class("rows"), .data("worklist")) { for row in model.rows { line(row) } }
                    if !model.acts.isEmpty { together }
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
        model.tabs.first(where: \.isCurrent).map { "\($0.title), régulation" } ?? "Régulation"
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

    private func line(_ row: TriageModel.Row) -> Markup {
        li(.class("row"), .data("row")) {
            div(.class("row-deadline")) {
                if !model.acts.isEmpty { box(row) }
                DeadlineView(model: row.line.deadline).markup(frame.clock)
            }
            div(.class("row-main")) {
                a(.class("row-title"), .href(row.line.path.text), .data("row-link")) { row.line.title }
                p(.class("row-facts")) { for fact in row.line.facts { span { fact } } }
                p(.class("row-facts")) { for sign in row.signs { signed(sign) } }
            }
            div(.class("row-status")) {
                if !row.group.isEmpty { span(.class("chip quiet")) { "Groupe \(row.group)" } }
                if !row.claim.isEmpty { span(.class("chip waiting")) { row.claim } }
                p(.class("row-who")) {
                    span { row.line.who }
                    if let at = row.line.at { Moment(frame.clock.ago(at), at: at).markup(frame.clock) }
                }
                if let tap = row.line.tap { div(.class("row-tap")) { ActionFormView(model: tap).markup } }
            }
        }
    }

    private func box(_ row: TriageModel.Row) -> Markup {
        label(.class("row-box")) {
            input(
                .type(.checkbox), .name(TriageModel.markName), .value(row.mark), .form(TriageModel.formID))
            span(.class("visually-hidden")) { "Choisir cette demande de \(row.line.who)" }
        }
    }

    private func signed(_ sign: TriageModel.Sign) -> Markup {
        span(.class(sign.isThere ? "sign" : "sign lacking")) {
            (sign.isThere ? Icon.check : Icon.alert).markup
            " \(sign.words)"
        }
    }

    private var together: Markup {
        form(
            .id(TriageModel.formID), .method(.post), .action(SitePath.triage().text), .class("send-bar"),
            .data("once")
        ) {
            SealFields(seal: model.seal).markup
            p(.class("saved")) { "Pour les demandes cochées\u{A0}:" }
            for act in model.acts {
                button(
                    .type(button: .submit), .name(TriageModel.actName), .value(act.rawValue),
                    .class(act == .passOn ? "button primary" : "button secondary")
                ) { act.title }
            }
        }
    }
}
