import HTML

/// The answers of the specialty's form: those that matter first and strong, then the others, each group under its name.
struct AnsweredItems {
    var items: [AnsweredItem]

    @MarkupBuilder var markup: Markup {
        if !items.isEmpty {
            div(.class("answered")) {
                facts(items.filter(\.matters) + items.filter { !$0.matters && $0.group.isEmpty })
                for group in groups {
                    div(.class("fact-group")) {
                        h3 { group }
                        facts(items.filter { !$0.matters && $0.group == group })
                    }
                }
            }
        }
    }

    /// In the order of the form.
    private var groups: [String] {
        var found: [String] = []
        for item in items where !item.matters && !item.group.isEmpty && !found.contains(item.group) {
            found.append(item.group)
        }
        return found
    }

    @MarkupBuilder private func facts(_ items: [AnsweredItem]) -> Markup {
        if !items.isEmpty {
            dl(.class("facts")) {
                for item in items {
                    div(.class(item.matters ? "fact matters" : "fact")) {
                        dt { item.label }
                        dd { item.value }
                    }
                }
            }
        }
    }
}
