import EssaimDomain
import HTML

/// Where lines answer, département by département: a drawing for the eye, and beside it the same as a list for everyone. The
/// drawing is hidden from screen readers and from the keyboard, for it says nothing that the list does not.
struct LinesMap {
    var model: LinesModel

    var markup: Markup {
        div(.class("lines-map")) {
            if let map = model.map { drawing(map) }
            nav(.class("part"), .aria("label", "Départements")) {
                h2 { "Par département" }
                if model.areas.isEmpty { p { "Aucune ligne ne correspond. Retirez un filtre." } }
                ul(.class("areas")) {
                    for area in model.areas {
                        li {
                            a(.href(area.path.text), area.isChosen ? .aria("current", "true") : nil) {
                                "\(area.name) (\(area.code))"
                            }
                            span(.class("quiet")) { French.count(area.lines, "ligne", "lignes") }
                        }
                    }
                }
            }
        }
    }

    private func drawing(_ map: TerritoryMap) -> Markup {
        let areas = Dictionary(model.areas.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
        return svg(
            .class("territory"), .viewBox(width: map.width, height: map.height), .aria("hidden", "true")
        ) {
            for shape in map.shapes { drawn(shape, areas[shape.departement]) }
            for inset in map.insets { for shape in inset.shapes { drawn(shape, areas[shape.departement]) } }
        }
    }

    @MarkupBuilder private func drawn(_ shape: TerritoryMap.Shape, _ area: LinesModel.Area?) -> Markup {
        if let area {
            a(.href(area.path.text), .tabindex(-1)) {
                g(.class(area.isChosen ? "served chosen" : "served")) {
                    title { "\(area.name)\u{A0}: \(French.count(area.lines, "ligne", "lignes"))" }
                    path(.d(shape.path))
                }
            }
        } else {
            path(.d(shape.path))
        }
    }
}
