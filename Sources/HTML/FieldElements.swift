// Elements whose attributes are put together before: fields tied to their label, their help and their error.

/// `input`, from a list of attributes.
public func input(attributes: [Attribute?]) -> Markup {
    Markup(void: "input", attributes)
}

/// `select`, from a list of attributes.
public func select(attributes: [Attribute?], @MarkupBuilder content: () -> Markup) -> Markup {
    Markup(element: "select", attributes, content())
}

/// `textarea`, from a list of attributes; a text that begins with a line break keeps it.
public func textarea(attributes: [Attribute?], @MarkupBuilder content: () -> Markup) -> Markup {
    let kept = Markup(.sequence([Markup(.trusted("\n")), content()]))
    return Markup(element: "textarea", attributes, kept)
}
