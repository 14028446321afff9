import EssaimDomain
import EssaimGate
import EssaimTestSupport
import EssaimWorkflow

@testable import EssaimServer

extension Oracle.Reading {
    /// The policy that keeps it; none for what is asked of the storage room itself.
    var policy: (any Policy.Type)? {
        switch self {
        case .row, .opened: nil
        case .see: SeeRequest.self
        case .trail: SeeTrail.self
        case .photographs: SeePhotos.self
        case .draft: EditDraft.self
        case .send: SendDraft.self
        case .write: WriteAnswer.self
        case .act: ActOnRequest.self
        case .book: BookVisit.self
        case .ask: MayAsk.self
        case .breakGlass: MayBreakGlass.self
        case .keepJournal: KeepJournal.self
        case .signedIn: SignedIn.self
        }
    }
}

extension Walk {
    /// One thing that someone tries to read.
    struct Try: Sendable {
        let reading: Oracle.Reading
        let demand: Identifier<AdviceRequest>
    }

    /// Someone comes by their cookie and reads a few things of several demands; sometimes their lists.
    mutating func visit() async throws {
        let person = anyone()
        began("\(person.id) comes")
        guard let visitor = try await comeIn(person) else { return }
        let tries = (0..<Int.random(in: 1...6, using: &random)).map { _ in
            Try(reading: Oracle.Reading.allCases.randomElement(using: &random) ?? .see, demand: anyDemand())
        }
        let looksAtLists = Int.random(in: 0..<4, using: &random) == 0
        let found = try await look([(person.id, visitor)], tries, lists: looksAtLists)
        for (thing, isAllowed) in zip(tries, found.allowed) {
            began("\(person.id) reads \(thing.reading) \(thing.demand)")
            try check(thing, isAllowed, person.id)
        }
        if looksAtLists {
            let strangers = found.listed.filter { oracle.parts(of: person.id, in: $0).isEmpty }
            try compare(strangers, [], "the lists of \(person.id)")
            tally.count("lists", !found.listed.isEmpty)
            let toSee = Set(oracle.demands.keys.filter { oracle.isToSee($0, by: person.id) })
            try compare(found.toSee, toSee, "the patients to be seen of \(person.id)")
            tally.count("to see", !toSee.isEmpty)
        }
    }

    /// After a change: what everybody may read of that demand, at once.
    mutating func lookAround(
        _ id: Identifier<AdviceRequest>, with someone: Identifier<Person>? = nil
    ) async throws {
        let people = (0..<3).map { _ in anyone().id } + [someone].compactMap(\.self)
        let readings: [Oracle.Reading] = [.see, .photographs, .act, .book, .write, .draft, .row, .opened]
        let tries = readings.map { Try(reading: $0, demand: id) }
        let now = town.clock.now()
        let visitors = people.map { person in
            (person, Session(tokenHash: [], person: person, csrf: "", createdAt: now, lastSeenAt: now))
        }
        let facts = HouseFacts(now: now, isLoopback: true)
        let allowed = try await town.server.store.read { reader in
            try visitors.flatMap { person, session -> [Bool] in
                let visitor = try reader.caller(person).map { Visitor.signedIn($0, session) } ?? .anonymous
                return try tries.map { try $0.isAllowed(person, visitor, facts, reader) }
            }
        }
        for (index, person) in people.enumerated() {
            for (place, thing) in tries.enumerated() { try check(thing, allowed[index * tries.count + place], person) }
        }
    }

    private mutating func check(_ thing: Try, _ isAllowed: Bool, _ person: Identifier<Person>) throws {
        let expected = oracle.mayRead(thing.reading, person, thing.demand, at: town.clock.now())
        try compare(isAllowed, expected, "\(person) reads \(thing.reading) of \(thing.demand)")
        tally.count("read \(thing.reading)", isAllowed)
    }

    private func look(
        _ visitors: [(Identifier<Person>, Visitor)], _ tries: [Try], lists: Bool
    ) async throws -> (
        allowed: [Bool], listed: Set<Identifier<AdviceRequest>>, toSee: Set<Identifier<AdviceRequest>>
    ) {
        let facts = HouseFacts(now: town.clock.now(), isLoopback: true)
        return try await town.server.store.read { reader in
            var listed: Set<Identifier<AdviceRequest>> = []
            var toSee: Set<Identifier<AdviceRequest>> = []
            if lists {
                for (person, _) in visitors {
                    toSee.formUnion(try reader.visits(of: person, after: nil, limit: 1000).map(\.id))
                    for view in WorklistKind.allCases {
                        listed.formUnion(try reader.rows(view, of: person, after: nil, limit: 300).map(\.id))
                    }
                }
            }
            let allowed = try visitors.flatMap { person, visitor in
                try tries.map { try $0.isAllowed(person, visitor, facts, reader) }
            }
            return (allowed, listed, toSee)
        }
    }

    // Sessions.

    /// Nil when the session is over, which the oracle must say too: then they sign in again for the next time.
    mutating func comeIn(_ person: Person) async throws -> Visitor? {
        let now = town.clock.now()
        guard var open = sessions[person.id] else {
            try await signIn(person)
            return nil
        }
        let found = try await town.server.house.visitor(token: open.token)
        let isExpected = oracle.admits(&open.known, of: person.id, at: now)
        sessions[person.id] = open
        try compare(found.caller != nil, isExpected, "the session of \(person.id)")
        tally.count("session", isExpected)
        if !isExpected { try await signIn(person) }
        return isExpected ? found : nil
    }

    private mutating func signIn(_ person: Person) async throws {
        let now = town.clock.now()
        let token = SessionTokens().make()
        let session = Session(
            tokenHash: SessionTokens().hash(token), person: person.id, csrf: "csrf", createdAt: now, lastSeenAt: now)
        try await town.server.store.write { try $0.insert(session) }
        sessions[person.id] = (session, token, Oracle.Session(createdAt: now, seenAt: now))
    }

    mutating func leave() async throws {
        let person = anyone()
        began("\(person.id) signs out")
        guard let open = sessions[person.id] else { return }
        try await town.server.accounts.signOut(open.session)
        sessions[person.id]?.known.isEnded = true
        _ = try await comeIn(person)
    }
}

extension Walk.Try {
    func isAllowed(
        _ person: Identifier<Person>, _ visitor: Visitor, _ facts: HouseFacts, _ reader: any StoreReader
    ) throws -> Bool {
        let input = Input(parameters: ["id": demand.rawValue])
        if let policy = reading.policy { return try policy.decide(visitor, input, in: facts, reader) != nil }
        return reading == .row
            ? try reader.request(demand, visibleTo: person) != nil
            : try reader.request(demand, openedInEmergencyBy: person, at: facts.now) != nil
    }
}
