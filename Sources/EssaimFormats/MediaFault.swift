/// Why a file was refused. Nothing of it has been kept.
public enum MediaFault: Error, Sendable, Equatable {
    case empty
    case tooManyBytes(limit: Int)
    case tooManyPixels(width: Int, height: Int, limits: Limit)
    case tooManyPages(limit: Int)
    /// Pages of a TIFF, images of an animation, frames of a DICOM sequence: only one is taken.
    case severalPictures(ContentKind)
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
    /// A PDF that opens with a password only.
    case locked
    /// A PDF that does something.
    case active(Activity)
    /// The process that looked into the file did not come to its end.
    case notDeveloped(Interruption)

    /// Which limit on pixels was passed, with its value.
    public enum Limit: Sendable, Equatable {
        case pixels(Int)
        case side(Int)
    }

    public enum Activity: String, Sendable, CaseIterable {
        case script, launch, embeddedFile
    }

    public enum Interruption: String, Sendable, CaseIterable {
        case crash, time, memory, output, forbidden, notStarted
    }

    /// A text of the program, comparable.
    public struct StaticText: Sendable, Equatable, ExpressibleByStringLiteral, CustomStringConvertible {
        public let description: String

        public init(stringLiteral text: StaticString) { description = "\(text)" }
    }
}
