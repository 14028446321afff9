// Elements that make a page's skeleton, each a function of its attributes and its content (HTML Living Standard §4).

// Document.

public func html(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "html", attributes: attributes, content: content())))
}

public func head(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "head", attributes: attributes, content: content())))
}

public func title(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "title", attributes: attributes, content: content())))
}

public func body(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "body", attributes: attributes, content: content())))
}

// Sections.

public func header(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "header", attributes: attributes, content: content())))
}

public func nav(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "nav", attributes: attributes, content: content())))
}

public func main(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "main", attributes: attributes, content: content())))
}

public func footer(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "footer", attributes: attributes, content: content())))
}

public func section(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "section", attributes: attributes, content: content())))
}

public func article(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "article", attributes: attributes, content: content())))
}

public func aside(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "aside", attributes: attributes, content: content())))
}

public func h1(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "h1", attributes: attributes, content: content())))
}

public func h2(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "h2", attributes: attributes, content: content())))
}

public func h3(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "h3", attributes: attributes, content: content())))
}

public func h4(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "h4", attributes: attributes, content: content())))
}

/// Shown only where scripts do not run.
public func noscript(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "noscript", attributes: attributes, content: content())))
}
