// Elements without content or end tag (HTML Living Standard §13.1.2).

// Void elements.

public func br(_ attributes: Attribute?...) -> Markup {
    Markup(void: "br", attributes)
}

public func hr(_ attributes: Attribute?...) -> Markup {
    Markup(void: "hr", attributes)
}

public func img(_ attributes: Attribute?...) -> Markup {
    Markup(void: "img", attributes)
}

public func input(_ attributes: Attribute?...) -> Markup {
    Markup(void: "input", attributes)
}

public func meta(_ attributes: Attribute?...) -> Markup {
    Markup(void: "meta", attributes)
}

public func link(_ attributes: Attribute?...) -> Markup {
    Markup(void: "link", attributes)
}

public func wbr(_ attributes: Attribute?...) -> Markup {
    Markup(void: "wbr", attributes)
}

// Scripts: a file of this site, never a text.

/// `<script type="module" src="…">`; there is no inline script.
public func script(module address: String) -> Markup {
    let attributes: [Attribute?] = [Attribute("type", .word("module")), .src(address)]
    return Markup(element: "script", attributes, .empty)
}
