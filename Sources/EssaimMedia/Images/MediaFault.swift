/// Why an image was refused. Nothing of it has been kept.
public enum MediaFault: Error, Sendable, Equatable {
    case empty
    case tooManyBytes(limit: Int)
    case tooManyPixels(width: Int, height: Int, limits: Limit)
    /// Known, and not taken.
    case unsupported(ContentKind)
    /// Begins like nothing known.
    case unrecognised
    /// The name says one type, the content is another.
    case extensionMismatch(named: String, content: ContentKind)
    /// The file stops before its end.
    case truncated(ContentKind)
    /// The structure contradicts itself. `reason` is for the technical log, in English, without anything from the file.
    case damaged(ContentKind, reason: StaticText)
    /// A lawful variant which browsers do not show: arithmetic or lossless JPEG, 12 bits.
    case rareVariant(ContentKind)

    /// Which limit on pixels was passed, with its value.
    public enum Limit: Sendable, Equatable {
        case pixels(Int)
        case side(Int)
    }

    /// A text of the program, comparable.
    public struct StaticText: Sendable, Equatable, ExpressibleByStringLiteral, CustomStringConvertible {
        public let description: String

        public init(stringLiteral text: StaticString) { description = "\(text)" }
    }
}
