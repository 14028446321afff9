/// A piece of a page: a value that is rendered once, into one buffer. Text is escaped when it is written, never before.
///
/// There is no way in for markup from a `String`: only a `StaticString`, which stands in the source, is written as it
/// is.
public struct Markup: Sendable {
    enum Node: Sendable {
        case empty
        case text(String)
        case number(Int)
        case trusted(StaticString)
        case element(Element)
        case sequence([Markup])
    }

    struct Element: Sendable {
        let name: StaticString
        let attributes: [Attribute?]
        let content: [Markup]
        /// Without content or end tag: `br`, `img`, `input`.
        let isVoid: Bool
    }

    let node: Node

    init(_ node: Node) { self.node = node }

    /// An element and what it holds.
    init(element name: StaticString, _ attributes: [Attribute?], _ content: Markup) {
        node = .element(Element(name: name, attributes: attributes, content: content.parts, isVoid: false))
    }

    init(void name: StaticString, _ attributes: [Attribute?]) {
        node = .element(Element(name: name, attributes: attributes, content: [], isVoid: true))
    }

    /// The array that a block made, without one more around it.
    private var parts: [Markup] {
        switch node {
        case .empty: []
        case .sequence(let parts): parts
        default: [self]
        }
    }

    /// Nothing at all.
    public static let empty = Markup(.empty)

    /// Text, escaped.
    public static func text(_ text: String) -> Markup { Markup(.text(text)) }

    /// Markup that stands in the source of the program: an icon. The only door, and no `String` passes it.
    public static func trusted(_ markup: StaticString) -> Markup { Markup(.trusted(markup)) }

    /// Several pieces, without an element around.
    public static func group(@MarkupBuilder _ content: () -> Markup) -> Markup { content() }

    /// Writes nothing when rendered.
    public var isEmpty: Bool {
        switch node {
        case .empty: true
        case .text(let text): text.isEmpty
        case .sequence(let parts): parts.allSatisfy(\.isEmpty)
        case .number, .trusted, .element: false
        }
    }

    /// The UTF-8 bytes of this piece.
    public func rendered() -> [UInt8] {
        var output = MarkupBuffer()
        output.write(self)
        return output.bytes
    }

    /// The UTF-8 bytes of a whole document, with its doctype.
    public func renderedAsDocument() -> [UInt8] {
        var output = MarkupBuffer()
        output.write("<!DOCTYPE html>\n" as StaticString)
        output.write(self)
        return output.bytes
    }
}
