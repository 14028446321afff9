import EssaimDomain
import HTML

struct PhrasesView: PageView {
    let model: PhrasesModel
    let frame: PageFrame

    init(_ model: PhrasesModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Mes phrases", width: .narrow, page: "phrases").document {
            div(.class("intro")) {
                h1 { "Mes phrases" }
                p {
                    "Dans un avis, tapez "
                    kbd { "/" }
                    ", le raccourci, puis espace\u{A0}: la phrase se met en place. Vous seul les voyez."
                }
                p(.class("quiet")) {
                    "N’y écrivez rien d’un patient. \(French.count(model.count, "phrase gardée", "phrases gardées"))"
                        + ", \(Phrase.mostKept) au plus."
                }
            }
            section(.class("part"), .id("ajouter")) {
                h2 { "Ajouter une phrase" }
                if model.isFull, model.new.faults.isEmpty {
                    p { "Vous en gardez le plus qui soit possible\u{A0}: retirez-en une avant d’en ajouter." }
                } else {
                    PhraseForm(item: model.new, seal: model.seal).markup
                }
            }
            if !model.items.isEmpty { kept }
            Pager(first: model.first, next: model.next).markup
            if !model.house.isEmpty, !model.isFull { house }
        }
    }

    private var kept: Markup {
        section(.class("part phrases"), .aria("labelledby", "gardees")) {
            h2(.id("gardees")) { "Vos phrases" }
            for item in model.items {
                details(.class("phrase"), .id("phrase-\(item.id)"), .open(!item.faults.isEmpty)) {
                    summary {
                        kbd { "/\(item.shortcut)" }
                        " \(item.title)"
                    }
                    PhraseForm(item: item, seal: model.seal).markup
                    form(.method(.post), .action(SitePath.removePhrase(item.id).text), .data("once")) {
                        SealFields(seal: model.seal).markup
                        button(.type(button: .submit), .class("button danger")) {
                            "Retirer"
                            span(.class("visually-hidden")) { " la phrase \(item.shortcut)" }
                        }
                    }
                }
            }
        }
    }

    private var house: Markup {
        section(.class("part phrases"), .aria("labelledby", "maison")) {
            h2(.id("maison")) { "À copier, puis à votre main" }
            for phrase in model.house {
                form(.method(.post), .action(SitePath.phrases.text), .class("house-phrase"), .data("once")) {
                    SealFields(seal: model.seal).markup
                    input(.type(.hidden), .name(PhrasesModel.shortcutName), .value(phrase.shortcut))
                    input(.type(.hidden), .name(PhrasesModel.titleName), .value(phrase.title))
                    input(.type(.hidden), .name(PhrasesModel.textName), .value(phrase.text))
                    div {
                        p {
                            kbd { "/\(phrase.shortcut)" }
                            " "
                            strong { phrase.title }
                        }
                        p(.class("quiet")) { phrase.text }
                    }
                    button(.type(button: .submit), .class("button secondary")) {
                        "Copier"
                        span(.class("visually-hidden")) { " la phrase \(phrase.shortcut)" }
                    }
                }
            }
        }
    }
}
