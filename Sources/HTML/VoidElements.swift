// Elements without content or end tag (HTML Living Standard §13.1.2).

// Void elements.

public func br(_ attributes: Attribute?...) -> Markup {
    Markup(.element(Markup.Element(name: "br", attributes: attributes, content: nil)))
}

public func hr(_ attributes: Attribute?...) -> Markup {
    Markup(.element(Markup.Element(name: "hr", attributes: attributes, content: nil)))
}

public func img(_ attributes: Attribute?...) -> Markup {
    Markup(.element(Markup.Element(name: "img", attributes: attributes, content: nil)))
}

public func input(_ attributes: Attribute?...) -> Markup {
    Markup(.element(Markup.Element(name: "input", attributes: attributes, content: nil)))
}

public func meta(_ attributes: Attribute?...) -> Markup {
    Markup(.element(Markup.Element(name: "meta", attributes: attributes, content: nil)))
}

public func link(_ attributes: Attribute?...) -> Markup {
    Markup(.element(Markup.Element(name: "link", attributes: attributes, content: nil)))
}

public func wbr(_ attributes: Attribute?...) -> Markup {
    Markup(.element(Markup.Element(name: "wbr", attributes: attributes, content: nil)))
}

// Scripts: a file of this site, never a text.

/// `<script type="module" src="…">`; there is no inline script.
public func script(module address: String) -> Markup {
    let attributes: [Attribute] = [Attribute("type", .word("module")), .src(address)]
    return Markup(.element(Markup.Element(name: "script", attributes: attributes, content: .empty)))
}
