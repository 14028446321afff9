import HTML

/// Both versions side by side; mine kept where it can be copied.
struct ConflictView: PageView {
    let model: ConflictModel
    let frame: PageFrame

    init(_ model: ConflictModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Deux versions", page: "conflit").document {
            div(.class("intro")) {
                h1 { "La demande a changé pendant que vous écriviez" }
                p {
                    model.what
                    if let at = model.at {
                        " "
                        Moment(frame.clock.words(at), at: at).markup(frame.clock)
                    }
                    "."
                }
                p {
                    model.isOver
                        ? "Ce n’est plus possible maintenant\u{A0}: votre texte n’est pas parti. Il est gardé ici, prêt à être copié."
                        : "Rien n’a été écrasé. Votre texte est gardé ici, prêt à être repris."
                }
            }
            div(.class("versions")) {
                section(.class("part mine")) {
                    h2 { "Votre version" }
                    for (index, text) in model.mine.enumerated() {
                        Field(name: "mien-\(index)", label: text.label).around(
                            textarea(.id("mien-\(index)"), .class("input area"), .rows(5), .readonly()) { text.value })
                    }
                }
                section(.class("part")) {
                    h2 { "La version actuelle" }
                    for text in model.theirs {
                        div(.class("field")) {
                            p(.class("label")) { text.label }
                            div(.class("prose boxed")) { text.value }
                        }
                    }
                }
            }
            div(.class("ways")) {
                a(.href(model.back.text), .class("button primary")) { model.backTitle }
                if let again = model.again { ActionFormView(model: again).markup }
            }
        }
    }
}
