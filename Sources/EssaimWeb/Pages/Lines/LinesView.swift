import EssaimDomain
import HTML

/// The search box first, then the lines or the map, then what else may be asked.
struct LinesView: PageView {
    let model: LinesModel
    let frame: PageFrame

    init(_ model: LinesModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "À qui demander\u{A0}?", page: "lignes").document {
            div(.class("intro")) {
                h1 { "À qui demander\u{A0}?" }
                p { "Toutes les lignes de tous les réseaux. Celles qui vous répondent le mieux viennent d’abord." }
            }
            search
            views
            if model.map == nil { found } else { LinesMap(model: model).markup }
        }
    }

    private var search: Markup {
        form(.method(.get), .action(SitePath.lines().text), .class("part search-form"), .role("search")) {
            TextInput(
                field: Field(
                    name: LinesModel.needName, label: "De quoi s’agit-il\u{A0}?",
                    help: "Quelques mots\u{A0}: grain de beauté, plaie qui traîne, thyroïde. Aucun nom de patient."),
                value: model.chosen(LinesModel.needName), type: .search
            ).markup
            div(.class("filters")) {
                TextInput(
                    field: Field(
                        name: LinesModel.placeName, label: "Pour un patient de",
                        help: "Commune ou code postal. Sans réponse, votre structure.",
                        error: model.placeIsUnknown
                            ? "Aucune commune ne porte ce nom ni ce code postal. Vérifiez-le, ou laissez vide." : nil),
                    value: model.chosen(LinesModel.placeName)
                ).markup
                list(
                    LinesModel.specialtyName, "Spécialité",
                    model.specialties.map { ChoiceGroup.Option(value: $0, label: $0) })
                list(
                    LinesModel.withinName, "Réponse promise",
                    LinesModel.delays.map { ChoiceGroup.Option(value: String($0.minutes), label: $0.label) })
                list(LinesModel.establishmentName, "Établissement", model.establishments)
                list(
                    LinesModel.serviceName, "Ce que vous cherchez",
                    Offer.Service.allCases.map { ChoiceGroup.Option(value: $0.rawValue, label: $0.word) })
                list(
                    LinesModel.departementName, "Département",
                    model.areas.map { ChoiceGroup.Option(value: $0.code, label: "\($0.name) (\($0.code))") })
                div(.class("filters-end")) {
                    button(.type(button: .submit), .class("button primary")) { "Chercher" }
                    if model.isFiltered {
                        a(.href(SitePath.lines().text), .class("button quiet")) { "Toutes les lignes" }
                    }
                }
            }
            if !model.otherPlaces.isEmpty {
                p(.class("help")) {
                    "Vous vouliez dire "
                    for (index, place) in model.otherPlaces.enumerated() {
                        if index > 0 { ", " }
                        a(.href(place.path.text)) { place.name }
                    }
                    "\u{A0}?"
                }
            }
        }
    }

    /// Nothing to choose among is no filter.
    @MarkupBuilder private func list(_ name: String, _ label: String, _ options: [ChoiceGroup.Option]) -> Markup {
        if !options.isEmpty {
            SelectList(
                field: Field(name: name, label: label), options: options, chosen: model.chosen(name),
                none: "Indifférent"
            )
            .markup
        }
    }

    private var views: Markup {
        nav(.class("tabs"), .aria("label", "Liste ou carte")) {
            ul {
                tab("Liste", "", isCurrent: model.map == nil)
                tab("Carte", LinesModel.mapView, isCurrent: model.map != nil)
            }
        }
    }

    private func tab(_ title: String, _ view: String, isCurrent: Bool) -> Markup {
        li {
            a(.href(model.path(LinesModel.viewName, view).text), isCurrent ? .aria("current", "page") : nil) { title }
        }
    }

    @MarkupBuilder private var found: Markup {
        if model.rows.isEmpty {
            EmptyView(
                model: EmptyModel(
                    title: "Aucune ligne ne correspond",
                    text:
                        "Essayez un mot plus simple, ou retirez un filtre. La coordination de votre réseau oriente aussi.",
                    link: PageFrame.Link(title: "Toutes les lignes", path: .lines()))
            ).markup
        } else {
            p(.class("quiet"), .role("status")) {
                French.count(model.rows.count, "ligne", "lignes")
                    + (model.from.isEmpty ? "" : ", distances depuis \(model.from)")
            }
            ol(.class("rows"), .data("lines")) { for row in model.rows { row.markup } }
        }
    }
}
