// Elements that hold text, lists and tables (HTML Living Standard §4.4, §4.5, §4.9, §4.11).

// Text.

public func p(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "p", attributes: attributes, content: content())))
}

public func div(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "div", attributes: attributes, content: content())))
}

public func span(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "span", attributes: attributes, content: content())))
}

public func strong(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "strong", attributes: attributes, content: content())))
}

public func em(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "em", attributes: attributes, content: content())))
}

public func small(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "small", attributes: attributes, content: content())))
}

public func a(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "a", attributes: attributes, content: content())))
}

public func abbr(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "abbr", attributes: attributes, content: content())))
}

public func time(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "time", attributes: attributes, content: content())))
}

public func kbd(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "kbd", attributes: attributes, content: content())))
}

public func mark(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "mark", attributes: attributes, content: content())))
}

public func pre(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "pre", attributes: attributes, content: content())))
}

public func code(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "code", attributes: attributes, content: content())))
}

public func blockquote(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "blockquote", attributes: attributes, content: content())))
}

public func q(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "q", attributes: attributes, content: content())))
}

public func del(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "del", attributes: attributes, content: content())))
}

public func ins(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "ins", attributes: attributes, content: content())))
}

// Lists.

public func ul(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "ul", attributes: attributes, content: content())))
}

public func ol(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "ol", attributes: attributes, content: content())))
}

public func li(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "li", attributes: attributes, content: content())))
}

public func dl(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "dl", attributes: attributes, content: content())))
}

public func dt(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "dt", attributes: attributes, content: content())))
}

public func dd(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "dd", attributes: attributes, content: content())))
}

// Figures.

public func figure(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "figure", attributes: attributes, content: content())))
}

public func figcaption(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "figcaption", attributes: attributes, content: content())))
}

// Unfolding.

public func details(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "details", attributes: attributes, content: content())))
}

public func summary(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "summary", attributes: attributes, content: content())))
}

// Tables.

public func table(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "table", attributes: attributes, content: content())))
}

public func caption(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "caption", attributes: attributes, content: content())))
}

public func thead(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "thead", attributes: attributes, content: content())))
}

public func tbody(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "tbody", attributes: attributes, content: content())))
}

public func tr(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "tr", attributes: attributes, content: content())))
}

public func th(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "th", attributes: attributes, content: content())))
}

public func td(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "td", attributes: attributes, content: content())))
}
