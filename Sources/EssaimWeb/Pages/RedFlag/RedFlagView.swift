import HTML

/// Calm and unmistakable: call first; the draft waits.
struct RedFlagView: PageView {
    let model: RedFlagModel
    let frame: PageFrame

    init(_ model: RedFlagModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Appelez le 15", width: .narrow, page: "alerte").document {
            div(.class("stop")) {
                p(.class("stop-word")) {
                    Icon.urgent.markup
                    " Signe d’alerte"
                }
                h1 { "Cette situation ne peut pas attendre un avis" }
                ul(.class("stop-reasons")) { for message in model.messages { li { message } } }
                a(.class("call"), .href("tel:15")) {
                    Icon.phone.markup
                    span {
                        strong { "15" }
                        span { "SAMU, maintenant" }
                    }
                }
                if !model.phone.isEmpty {
                    a(.class("call line"), .href(PhoneLinks.address(model.phone))) {
                        Icon.phone.markup
                        span {
                            strong { model.phone.split(separator: " ").joined(separator: "\u{A0}") }
                            span { model.line }
                        }
                    }
                }
                p { "La demande n’est pas partie. Votre brouillon est gardé tel quel." }
                p {
                    a(.href(model.back.text), .class("button secondary")) {
                        Icon.arrowLeft.markup
                        " Revenir au brouillon"
                    }
                }
            }
        }
    }
}
