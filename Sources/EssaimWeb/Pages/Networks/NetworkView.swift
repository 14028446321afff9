import EssaimDomain
import HTML

/// A network at a glance, or one section of it.
struct NetworkView: PageView {
    let model: NetworkModel
    let frame: PageFrame

    init(_ model: NetworkModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: model.section?.word ?? model.name, page: "reseau").document {
            div(.class("intro")) {
                p(.class("eyebrow")) {
                    if model.section == nil {
                        a(.href(SitePath.networks.text)) { "Réseaux" }
                    } else {
                        a(.href(SitePath.network(model.id).text)) { model.name }
                    }
                }
                h1 { model.section?.word ?? model.name }
                if !model.mayChange {
                    p(.class("help")) { "Vous voyez ce réseau\u{A0}; qui l’administre le modifie." }
                }
            }
            sections
            if let map = model.map { drawing(map) }
            parts
            if model.section == nil { beside }
        }
    }

    private var sections: Markup {
        nav(.class("tabs"), .aria("label", "Parties du réseau")) {
            ul {
                tab("Vue d’ensemble", .network(model.id), isCurrent: model.section == nil)
                for section in SheetSection.allCases {
                    tab(
                        section == .identity ? section.word : "\(section.word) (\(model.counts[section] ?? 0))",
                        .network(model.id, section), isCurrent: model.section == section)
                }
            }
        }
    }

    private func tab(_ title: String, _ path: SitePath, isCurrent: Bool) -> Markup {
        li { a(.href(path.text), isCurrent ? .aria("current", "page") : nil) { title } }
    }

    private var parts: Markup {
        section(.class("stack"), .id("parties")) {
            h2 { model.section == nil ? "Lignes" : model.section?.word ?? "" }
            if model.parts.isEmpty { p { "Rien pour l’instant." } }
            if !model.parts.isEmpty {
                LedgerTable(
                    caption: model.section?.word ?? "Lignes", columns: ["Nom", "Ce qui est dit"],
                    rows: model.parts.map { part in
                        LedgerTable.Row(cells: [
                            Markup.group { a(.href(part.path.text)) { part.title } },
                            .text(part.words.filter { !$0.isEmpty }.joined(separator: " · ")),
                        ])
                    }
                ).markup
            }
            if model.mayAdd, let section = model.section {
                p {
                    a(
                        .class("button secondary"),
                        .href(SitePath.networkPart(model.id, section, NetworkPartModel.new).text)
                    ) { "Ajouter \(section.one)" }
                }
            }
        }
    }

    private var beside: Markup {
        section(.class("stack"), .id("aussi")) {
            h2 { "Aussi" }
            ul {
                if model.readsMembers { li { a(.href(SitePath.members(model.id).text)) { "Membres" } } }
                li { a(.href(SitePath.rota(model.id).text)) { "Planning des gardes" } }
                li { a(.href(SitePath.protocols(model.id).text)) { "Formulaires" } }
                li { a(.href(SitePath.networkFile(model.id).text)) { "Le réseau en un fichier (YAML)" } }
            }
        }
    }

    /// For the eye alone: the list beside says the same.
    private func drawing(_ map: TerritoryMap) -> Markup {
        let served = Set(model.areas.map(\.code))
        func drawn(_ shape: TerritoryMap.Shape) -> Markup {
            served.contains(shape.departement)
                ? Markup.group { g(.class("served")) { path(.d(shape.path)) } } : Markup.group { path(.d(shape.path)) }
        }
        return div(.class("lines-map")) {
            svg(.class("territory"), .viewBox(width: map.width, height: map.height), .aria("hidden", "true")) {
                for shape in map.shapes { drawn(shape) }
                for inset in map.insets { for shape in inset.shapes { drawn(shape) } }
            }
            div(.class("part")) {
                h2 { "Par département" }
                ul(.class("areas")) {
                    for area in model.areas {
                        li {
                            span { area.code }
                            span(.class("quiet")) { area.sector }
                        }
                    }
                }
            }
        }
    }
}
