/// One line of a demand's thread: a message when it bears a text, an event otherwise. Never changed once written.
public struct ThreadEntry: Sendable, Equatable {
    public let id: Identifier<ThreadEntry>
    public let at: Instant
    /// Absent for what the engine did.
    public let author: Identifier<Person>?
    public let action: Action
    public let text: String

    public init(
        id: Identifier<ThreadEntry>, at: Instant, author: Identifier<Person>?, action: Action, text: String = ""
    ) {
        self.id = id
        self.at = at
        self.author = author
        self.action = action
        self.text = text
    }
}
