import HTML

/// The networks whose declaration someone may read.
struct NetworksView: PageView {
    struct Model {
        var networks: [(name: String, path: SitePath, words: String)]

        static let sample = Model(networks: [
            ("OncoBreizh", .network("oncobreizh"), "3\u{A0}secteurs · 3\u{A0}équipes · 2\u{A0}lignes")
        ])
    }

    let model: Model
    let frame: PageFrame

    init(_ model: Model, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Réseaux", page: "reseaux").document {
            h1 { "Réseaux" }
            ul(.class("stack")) {
                for network in model.networks {
                    li(.class("part")) {
                        h2 { a(.href(network.path.text)) { network.name } }
                        p(.class("quiet")) { network.words }
                    }
                }
            }
        }
    }
}
