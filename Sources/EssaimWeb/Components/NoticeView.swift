import HTML

/// One sentence at the head of the page, read out when it appears; an act that can be undone has its button.
struct NoticeView {
    var model: Notice

    var markup: Markup {
        div(.class("notice \(model.tone.rawValue)"), .role(model.tone == .problem ? "alert" : "status")) {
            icon.markup
            p {
                model.text
                if let link = model.link {
                    " "
                    a(.href(link.path.text)) { link.title }
                }
            }
            if let undo = model.undo {
                form(.method(.post), .action(undo.path.text), .data("once")) {
                    SealFields(seal: undo.seal).markup
                    button(.type(button: .submit), .class("button quiet small")) { undo.title }
                }
            }
        }
    }

    private var icon: Icon {
        switch model.tone {
        case .done: .check
        case .information: .information
        case .warning, .problem: .alert
        }
    }
}
