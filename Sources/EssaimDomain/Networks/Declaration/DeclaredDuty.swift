/// A duty as a network's file says it: its keeper is a member of the file.
public struct DeclaredDuty: Sendable, Equatable {
    public var id: Identifier<Duty>
    public var post: DutyPost
    /// `DeclaredMember.key`.
    public var member: String
    public var time: DutyTime
    public var pattern: DutyPattern

    public init(id: Identifier<Duty>, post: DutyPost, member: String, time: DutyTime, pattern: DutyPattern) {
        self.id = id
        self.post = post
        self.member = member
        self.time = time
        self.pattern = pattern
    }

    public init(_ duty: Duty, keptBy member: String) {
        self.init(id: duty.id, post: duty.post, member: member, time: duty.time, pattern: duty.pattern)
    }

    public func duty(of person: Identifier<Person>) -> Duty {
        Duty(id: id, post: post, person: person, time: time, pattern: pattern)
    }
}
