import HTML

/// What to do when there is nothing to show.
struct EmptyView {
    var model: EmptyModel

    var markup: Markup {
        div(.class("empty")) {
            p(.class("strong")) { model.title }
            if !model.text.isEmpty { p { model.text } }
            if let link = model.link { p { a(.href(link.path.text), .class("button secondary")) { link.title } } }
        }
    }
}
