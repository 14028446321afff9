import HTML

/// The pages of a list that is read by key: back to its beginning, and on.
struct Pager {
    var first: SitePath?
    var next: SitePath?
    var nextTitle = "Suite"

    @MarkupBuilder var markup: Markup {
        if first != nil || next != nil {
            nav(.class("pager"), .aria("label", "Pages")) {
                if let first { a(.href(first.text), .class("button secondary")) { "Revenir au début" } }
                if let next {
                    a(.href(next.text), .class("button secondary"), .data("next-page")) { nextTitle }
                }
            }
        }
    }
}
