/// An empty list says what to do, not that it is empty.
struct EmptyModel: Sendable {
    var title: String
    var text: String = ""
    var link: PageFrame.Link?

    static let sample = EmptyModel(
        title: "Rien à prendre pour l’instant", text: "Les nouvelles demandes de votre secteur arrivent ici.",
        link: PageFrame.Link(title: "Voir mes demandes", path: .worklist(view: "miennes")))
}
