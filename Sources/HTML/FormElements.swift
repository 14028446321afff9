// Elements of forms (HTML Living Standard §4.10). A `textarea` begins with a line break of its own: a browser drops the
// first one, so that a text which begins with one keeps it.

// Forms.

public func form(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "form", attributes: attributes, content: content())))
}

public func fieldset(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "fieldset", attributes: attributes, content: content())))
}

public func legend(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "legend", attributes: attributes, content: content())))
}

public func label(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "label", attributes: attributes, content: content())))
}

public func button(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "button", attributes: attributes, content: content())))
}

public func select(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "select", attributes: attributes, content: content())))
}

public func option(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "option", attributes: attributes, content: content())))
}

public func optgroup(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "optgroup", attributes: attributes, content: content())))
}

public func textarea(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    let kept = Markup(.sequence([Markup(.trusted("\n")), content()]))
    return Markup(.element(Markup.Element(name: "textarea", attributes: attributes, content: kept)))
}

public func output(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(.element(Markup.Element(name: "output", attributes: attributes, content: content())))
}
