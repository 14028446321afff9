import EssaimDomain
import HTML

struct ProblemsView: PageView {
    let model: ProblemsModel
    let frame: PageFrame

    init(_ model: ProblemsModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Problèmes signalés", page: "problemes").document {
            div(.class("page-head")) { h1 { "Problèmes signalés" } }
            if model.networks.count > 1 { links(model.networks, label: "Réseaux") }
            links(
                [
                    PageFrame.Link(
                        title: "À traiter \(model.openCount)", path: .problems(in: model.network, areHandled: false),
                        isCurrent: !model.areHandled),
                    PageFrame.Link(
                        title: "Traités", path: .problems(in: model.network, areHandled: true),
                        isCurrent: model.areHandled),
                ], label: "Vues")
            if model.items.isEmpty {
                EmptyView(
                    model: EmptyModel(
                        title: model.areHandled ? "Rien n’a encore été traité" : "Aucun problème en attente",
                        text: "Chacun peut en signaler un depuis une demande, ou depuis le menu de son nom.")
                ).markup
            }
            for item in model.items { card(item) }
            Pager(first: model.first, next: model.next, nextTitle: "Plus ancien").markup
        }
    }

    private func links(_ links: [PageFrame.Link], label: String) -> Markup {
        nav(.class("tabs"), .aria("label", label)) {
            ul {
                for link in links {
                    li { a(.href(link.path.text), link.isCurrent ? .aria("current", "page") : nil) { link.title } }
                }
            }
        }
    }

    private func card(_ item: ProblemsModel.Item) -> Markup {
        section(.class("part problem-card"), .aria("labelledby", "p-\(item.id)")) {
            h2(.id("p-\(item.id)"), .class(item.isGrave ? "problem-grave" : "")) {
                if item.isGrave { Icon.alert.markup }
                " \(item.kind)"
            }
            p(.class("quiet")) {
                "\(item.who), "
                Moment(frame.clock.words(item.at), at: item.at).markup(frame.clock)
                if let demand = item.demand {
                    " · "
                    a(.href(demand.path.text)) { demand.title }
                }
            }
            p(.class("prose")) { item.words }
            if let handled = item.handled {
                p(.class("quiet")) {
                    "Traité par \(handled.who), "
                    Moment(frame.clock.words(handled.at), at: handled.at).markup(frame.clock)
                }
                if !handled.reply.isEmpty { p(.class("prose told-reply")) { handled.reply } }
                reopening(item)
            } else {
                handling(item)
            }
        }
    }

    private func handling(_ item: ProblemsModel.Item) -> Markup {
        form(
            .method(.post), .action(SitePath.problemAct(item.id, "traiter").text), .class("problem-handling"),
            .data("once"), .novalidate()
        ) {
            SealFields(seal: item.seal).markup
            TextArea(
                field: Field(
                    name: ProblemField.words, label: "Réponse", help: "Facultative. Lue par qui a signalé.",
                    error: item.fault, id: "reponse-\(item.id)"), value: item.typed,
                limit: ReportedProblem.longestWords, rowCount: 2
            ).markup
            button(.type(button: .submit), .class("button primary")) {
                "Marquer comme traité"
                span(.class("visually-hidden")) { ", \(item.kind), \(item.who)" }
            }
        }
    }

    private func reopening(_ item: ProblemsModel.Item) -> Markup {
        form(.method(.post), .action(SitePath.problemAct(item.id, "rouvrir").text), .data("once")) {
            SealFields(seal: item.seal).markup
            button(.type(button: .submit), .class("button quiet small")) {
                "Remettre à traiter"
                span(.class("visually-hidden")) { ", \(item.kind), \(item.who)" }
            }
        }
    }
}
