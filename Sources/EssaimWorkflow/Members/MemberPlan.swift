import EssaimDomain

/// What becomes of a network's people when its file names them all: nothing is written yet.
public struct MemberPlan: Sendable {
    /// Someone before and after; nil where they do not stand.
    public struct Step: Sendable, Equatable {
        public let person: Identifier<Person>
        public let old: DeclaredMember?
        public let new: DeclaredMember?
        public let change: MemberChange
    }

    public let steps: [Step]
    /// Members whose account says who they are otherwise than the file does: the account's word stays.
    public let keptNames: [DeclaredMember]
    /// Keys of members of the file that name one person twice.
    public let doubles: [(first: String, second: String)]

    public var changes: [MemberChange] { steps.map(\.change).filter { !$0.isEmpty } }
    /// Who answers no more in a team where they did: what they hold goes back.
    public var leaving: Set<Identifier<Person>> {
        Set(steps.lazy.filter(\.change.leavesPool).map(\.person))
    }
    /// Whom a key of the file names.
    public var people: [String: Identifier<Person>] {
        Dictionary(steps.compactMap { step in step.new.map { ($0.key, step.person) } }, uniquingKeysWith: { a, _ in a })
    }

    /// - Parameter isWhole: who is not named stands no more; else they stay.
    public init(
        _ declared: [DeclaredMember], over standing: [NetworkMember],
        bearers: [DeclaredMember.Sign: MemberBearer], isWhole: Bool, at now: Instant
    ) {
        let before = Dictionary(standing.map { ($0.person.id, $0) }, uniquingKeysWith: { a, _ in a })
        let olds = Dictionary(
            zip(standing, standing.declared()).map { ($0.person.id, $1) }, uniquingKeysWith: { a, _ in a })
        var (steps, kept, doubles): ([Step], [DeclaredMember], [(first: String, second: String)]) = ([], [], [])
        var named: [Identifier<Person>: String] = [:]
        for member in declared {
            let bearer = bearers[member.sign]
            let (person, new) = Self.person(for: member, bearer, at: now)
            if let first = named.updateValue(member.key, forKey: person.id) { doubles.append((first, member.key)) }
            if let bearer, bearer.hasAccount, new != member { kept.append(member) }
            var change = MemberChange(
                person, from: before[person.id], to: new, hasAccount: bearer?.hasAccount ?? false)
            change.writing = bearer == nil ? .insert : bearer?.person == person ? .none : .update
            let old = olds[person.id]
            if old.map(MemberSheet.init) != MemberSheet(new) { change.sheet = MemberSheet(new) }
            steps.append(Step(person: person.id, old: old, new: new, change: change))
        }
        for member in standing where isWhole && named[member.person.id] == nil {
            steps.append(
                Step(
                    person: member.person.id, old: olds[member.person.id], new: nil,
                    change: MemberChange(member.person, from: member, to: nil, hasAccount: member.hasAccount)))
        }
        self.steps = steps
        self.keptNames = kept
        self.doubles = doubles
    }

    /// Someone, and the file's word with what their account says of themselves.
    private static func person(
        for member: DeclaredMember, _ bearer: MemberBearer?, at now: Instant
    ) -> (Person, DeclaredMember) {
        guard let bearer else {
            var rpps: RPPS?
            if case .rpps(let number) = member.sign { rpps = number }
            let person = Person(
                id: .new(at: now), rpps: rpps, familyName: member.familyName, givenName: member.givenName,
                profession: member.profession, specialty: member.specialty)
            return (person, member)
        }
        var (person, new) = (bearer.person, member)
        if bearer.hasAccount {
            new.familyName = person.familyName
            new.givenName = person.givenName
            new.profession = person.profession
            new.specialty = person.specialty
        } else {
            person.familyName = member.familyName
            person.givenName = member.givenName
            person.profession = member.profession
            person.specialty = member.specialty
        }
        return (person, new)
    }
}
