/// A duty that comes back (*permanence*): one person, for one post, at one time of some days. A single day that is added to
/// the rota is one too (`DutyPattern.once`).
public struct Duty: Sendable, Equatable {
    public let id: Identifier<Duty>
    public let post: DutyPost
    public let person: Identifier<Person>
    public let time: DutyTime
    public let pattern: DutyPattern
    /// Grows at each change.
    public let version: Int

    public init(
        id: Identifier<Duty>, post: DutyPost, person: Identifier<Person>, time: DutyTime, pattern: DutyPattern,
        version: Int = 1
    ) {
        self.id = id
        self.post = post
        self.person = person
        self.time = time
        self.pattern = pattern
        self.version = version
    }

    /// The same at another version.
    public init(_ duty: Duty, version: Int) {
        self.init(
            id: duty.id, post: duty.post, person: duty.person, time: duty.time, pattern: duty.pattern, version: version)
    }
}
