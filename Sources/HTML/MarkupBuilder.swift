/// Builds a piece of page from elements, text and numbers, with `if`, `switch` and `for`.
@resultBuilder
public enum MarkupBuilder {
    public static func buildExpression(_ markup: Markup) -> Markup { markup }
    public static func buildExpression(_ markup: Markup?) -> Markup { markup ?? .empty }
    /// Text, escaped.
    public static func buildExpression(_ text: String) -> Markup { Markup(.text(text)) }
    public static func buildExpression(_ text: String?) -> Markup { text.map { Markup(.text($0)) } ?? .empty }
    public static func buildExpression(_ number: Int) -> Markup { Markup(.number(number)) }

    public static func buildBlock() -> Markup { .empty }
    public static func buildBlock(_ part: Markup) -> Markup { part }
    public static func buildBlock(_ parts: Markup...) -> Markup { Markup(.sequence(parts)) }
    public static func buildArray(_ parts: [Markup]) -> Markup { Markup(.sequence(parts)) }
    public static func buildOptional(_ part: Markup?) -> Markup { part ?? .empty }
    public static func buildEither(first part: Markup) -> Markup { part }
    public static func buildEither(second part: Markup) -> Markup { part }
}
