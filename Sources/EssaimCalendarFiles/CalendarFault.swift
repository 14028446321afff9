/// What cannot be read of a calendar, in French, where it stands. It says no word of the file but names of properties and time
/// zones: what people write into their calendars is theirs.
public struct CalendarFault: Error, Sendable, Hashable {
    /// Counted from 1; nil when it belongs to no line.
    public let line: Int?
    public let message: String

    init(line: Int?, _ message: String) {
        self.line = line
        self.message = message
    }

    /// « ligne 12 : … ».
    public var french: String { line.map { "ligne \($0)\u{A0}: \(message)" } ?? message }
}
