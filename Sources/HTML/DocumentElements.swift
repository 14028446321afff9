// Elements that make a page's skeleton, each a function of its attributes and its content (HTML Living Standard §4).

// Document.

public func html(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "html", attributes, content())
}

public func head(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "head", attributes, content())
}

public func title(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "title", attributes, content())
}

public func body(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "body", attributes, content())
}

// Sections.

public func header(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "header", attributes, content())
}

public func nav(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "nav", attributes, content())
}

public func main(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "main", attributes, content())
}

public func footer(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "footer", attributes, content())
}

public func section(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "section", attributes, content())
}

public func article(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "article", attributes, content())
}

public func aside(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "aside", attributes, content())
}

public func h1(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "h1", attributes, content())
}

public func h2(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "h2", attributes, content())
}

public func h3(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "h3", attributes, content())
}

public func h4(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "h4", attributes, content())
}

/// Shown only where scripts do not run.
public func noscript(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "noscript", attributes, content())
}
