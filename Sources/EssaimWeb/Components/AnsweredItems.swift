import HTML

/// The answers of the specialty's form: those that matter first and strong, the others after.
struct AnsweredItems {
    var items: [AnsweredItem]

    @MarkupBuilder var markup: Markup {
        if !items.isEmpty {
            dl(.class("facts")) {
                for item in items.filter(\.matters) + items.filter({ !$0.matters }) {
                    div(.class(item.matters ? "fact matters" : "fact")) {
                        dt { item.label }
                        dd { item.value }
                    }
                }
            }
        }
    }
}
