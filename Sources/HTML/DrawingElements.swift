// Drawings made of data (SVG 2 §5, §9): a map. What never changes stands in the source as trusted markup.

public func svg(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "svg", attributes, content())
}

public func g(_ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }) -> Markup {
    Markup(element: "g", attributes, content())
}

/// A closed shape.
public func path(_ attributes: Attribute?...) -> Markup { Markup(element: "path", attributes, .empty) }

extension Attribute {
    /// The drawing's own units, from 0 0.
    public static func viewBox(width: Int, height: Int) -> Attribute {
        Attribute("viewBox", .text("0 0 \(width) \(height)"))
    }
    /// The data of a path.
    public static func d(_ path: String) -> Attribute { Attribute("d", .text(path)) }
}
