// Elements of forms (HTML Living Standard §4.10). A `textarea` begins with a line break of its own: a browser drops the
// first one, so that a text which begins with one keeps it.

// Forms.

public func form(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "form", attributes, content())
}

public func fieldset(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "fieldset", attributes, content())
}

public func legend(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "legend", attributes, content())
}

public func label(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "label", attributes, content())
}

public func button(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "button", attributes, content())
}

public func select(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "select", attributes, content())
}

public func option(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "option", attributes, content())
}

public func optgroup(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "optgroup", attributes, content())
}

public func textarea(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    let kept = Markup(.sequence([Markup(.trusted("\n")), content()]))
    return Markup(element: "textarea", attributes, kept)
}

public func output(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "output", attributes, content())
}
