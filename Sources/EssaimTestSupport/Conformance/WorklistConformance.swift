import EssaimDomain
import EssaimWorkflow
import Testing

extension StoreConformance {
    static let worklists: [StoreConformance] = [
        StoreConformance(
            "each list holds exactly its demands, in order, and counts them", eachListHoldsExactlyItsDemands),
        StoreConformance("pages of three have no gap and no double, and end", pagesOfThreeHaveNoGap),
        StoreConformance("a count goes no further than asked", aCountGoesNoFurtherThanAsked),
        StoreConformance("a line says what is needed to choose, and no number of identity", aLineSaysWhatIsNeeded),
        StoreConformance(
            "who was named for a demand of another pool finds it among those to take", whoWasNamedForADemand),
        StoreConformance("what is counted to read can be listed, and listed can be read", whatIsCountedToReadCanBe),
        StoreConformance(
            "an ended demand is listed by when it was first sent, whatever was asked since", anEndedDemandIsListedByWhen
        ),
    ]

    @Sendable private static func eachListHoldsExactlyItsDemands(_ store: any Store) async throws {
        try await store.put(crowd)
        try await store.write { tx throws in
            for request in crowd where request.setAsideBy.isEmpty {
                try tx.insert(Attachment.sample(request.id.rawValue, of: request.id))
            }
        }
        for (kind, person, expected) in expectations {
            let rows = try await store.read { try $0.rows(kind, of: person.id, after: nil, limit: 100) }
            #expect(rows.map(\.id.rawValue) == expected, "\(kind) of \(person.id)")
            #expect(
                try await store.read { try $0.count(kind, of: person.id, upTo: 100) } == expected.count, "\(kind)")
        }
    }

    @Sendable private static func pagesOfThreeHaveNoGap(_ store: any Store) async throws {
        try await store.put(crowd + twins)
        for kind in WorklistKind.allCases {
            for person in [Person.asker, .senior, .southern, .coordinator, .junior] {
                let whole = try await store.read { try $0.rows(kind, of: person.id, after: nil, limit: 1000) }
                var pages: [WorklistRow] = []
                var key: WorklistKey?
                while true {
                    let after = key
                    let page = try await store.read { try $0.rows(kind, of: person.id, after: after, limit: 3) }
                    guard let last = page.last else { break }
                    try #require(page.count <= 3 && pages.count <= whole.count)
                    pages += page
                    key = WorklistKey(sortKey: last.sortKey, id: last.id)
                }
                #expect(pages == whole, "\(kind) of \(person.id)")
            }
        }
    }

    @Sendable private static func aCountGoesNoFurtherThanAsked(_ store: any Store) async throws {
        try await store.put(twins)
        for (limit, count) in [(1, 1), (5, 5), (10, 10), (11, 10), (100, 10)] {
            #expect(try await store.read { try $0.count(.toTake, of: Person.senior.id, upTo: limit) } == count)
        }
    }

    @Sendable private static func aLineSaysWhatIsNeeded(_ store: any Store) async throws {
        let request = AdviceRequest.sample(.taken, urgency: .priority)
        try await store.put([request])
        try await store.write { tx throws in
            try tx.insert(Attachment.sample("a", of: request.id))
            try tx.insert(Attachment.sample("b", of: request.id, withdrawnAt: .sample))
        }
        let row = try #require(
            try await store.read { try $0.rows(.mine, of: Person.senior.id, after: nil, limit: 9) }.first)
        #expect(
            row.id == request.id && row.number == request.number && row.state == .taken && row.urgency == .priority)
        #expect(
            row.question == request.content.question && row.offerTitle == "Dermatologie" && row.zoneName == "Nord")
        #expect(row.structureName == "Cabinet du Léguer" && row.sex == "female" && row.birthDate == "1958-08-12")
        #expect(row.photographs == 1 && row.dueAt == request.clock?.dueAt && row.sortKey == request.clock?.dueAt)
        #expect(!row.isPaused && row.holderName == "Nolwenn Guivarch")
    }

    @Sendable private static func whoWasNamedForADemand(_ store: any Store) async throws {
        let named = try AdviceRequest.sample(.submitted).decided(.assign(Person.southern.id), .only(.regulator))
        try await store.put([named])
        let rows = try await store.read { try $0.rows(.toTake, of: Person.southern.id, after: nil, limit: 9) }
        #expect(rows.map(\.id) == [named.id])
    }

    @Sendable private static func whatIsCountedToReadCanBe(_ store: any Store) async throws {
        let cancelled = AdviceRequest.sample(.cancelled)
        let erratum = try cancelled.decided(.sample(.erratum), .only(.holder))
        try await store.put([erratum])
        let (count, rows) = try await store.read { reader throws in
            (
                try reader.count(.toRead, of: Person.asker.id, upTo: 9),
                try reader.rows(.toRead, of: Person.asker.id, after: nil, limit: 9)
            )
        }
        #expect(count == rows.count)
    }

    @Sendable private static func anEndedDemandIsListedByWhen(_ store: any Store) async throws {
        let early = try AdviceRequest.sample(.answered, id: "early", rank: 1, sentAt: .sample - .days(9))
            .decided(.sample(.followUp), .only(.asker)).decided(.sample(.answer), .only(.holder))
            .decided(.sample(.close), .only(.asker))
        let later = AdviceRequest.sample(.closed, id: "later", rank: 2, sentAt: .sample - .days(1))
        try await store.put([early, later])
        let rows = try await store.read { try $0.rows(.ended, of: Person.asker.id, after: nil, limit: 9) }
        #expect(rows.map(\.id) == ["later", "early"])
    }

    /// One demand or more of every list, sent at different times. Their ids say in which order they were sent.
    private static var crowd: [AdviceRequest] {
        var made: [AdviceRequest] = []
        func add(
            _ id: String, _ state: RequestState, hours: Int, route: Route = .north, structure: Structure = .practice,
            holder: Person = .senior, isUnread: Bool = false, urgency: Urgency = .routine,
            aside: Set<Identifier<Person>> = []
        ) {
            let base = AdviceRequest.sample(
                state, id: Identifier(id), rank: UInt64(500 + made.count), structure: structure.id, route: route,
                sentAt: .sample + .hours(hours), holder: holder.id, urgency: urgency, isUnread: isUnread)
            made.append(
                AdviceRequest(
                    id: base.id, number: base.number, kind: base.kind, network: base.network, structure: base.structure,
                    version: base.version, state: base.state, requester: base.requester, author: base.author,
                    route: base.route, patient: base.patient, content: base.content, consent: base.consent,
                    createdAt: base.createdAt, submittedAt: base.submittedAt, clock: base.clock, takenAt: base.takenAt,
                    answeredAt: base.answeredAt,
                    assignments: base.assignments, answers: base.answers, setAsideBy: aside, isUnread: base.isUnread))
        }
        add("draft-1", .draft, hours: 1)
        add("draft-2", .draft, hours: 2)
        add("draft-other", .draft, hours: 3, structure: .otherPractice)
        add("new-3", .submitted, hours: 3)
        add("new-1", .submitted, hours: 1)
        // Urgent: due before those that were sent earlier.
        add("new-urgent", .submitted, hours: 5, urgency: .urgent)
        add("new-aside", .submitted, hours: 2, aside: [Person.senior.id])
        add("new-south", .submitted, hours: 4, route: .south, structure: .otherPractice)
        add("mine-2", .taken, hours: 2)
        add("mine-waiting", .awaitingInformation, hours: 1)
        add("theirs", .taken, hours: 3, holder: .second)
        add("unread-1", .answered, hours: 1, isUnread: true)
        add("unread-2", .declined, hours: 2, isUnread: true)
        add("read-4", .answered, hours: 4)
        add("read-3", .answered, hours: 3)
        add("closed-5", .closed, hours: 5)
        add("cancelled-6", .cancelled, hours: 6)
        return made
    }

    /// Written by hand from what each list is for.
    private static let expectations: [(WorklistKind, Person, [String])] = [
        (.toTake, .senior, ["new-urgent", "new-1", "new-3"]),
        (.toTake, .second, ["new-urgent", "new-1", "new-aside", "new-3"]),
        (.toTake, .southern, ["new-south"]), (.toTake, .suspended, []), (.toTake, .asker, []),
        (.mine, .senior, ["mine-2"]), (.waiting, .senior, ["mine-waiting"]), (.waiting, .second, []),
        (.mine, .second, ["theirs"]), (.mine, .asker, []),
        (.answeredByMe, .senior, ["closed-5", "read-4", "read-3", "unread-2", "unread-1"]),
        (.answeredByMe, .second, []),
        (.drafts, .asker, ["draft-2", "draft-1"]), (.drafts, .delegate, ["draft-2", "draft-1"]),
        (.drafts, .neighbour, ["draft-other"]), (.drafts, .senior, []),
        (.sent, .asker, ["new-urgent", "new-1", "mine-2", "new-aside", "new-3", "theirs"]),
        (.sent, .neighbour, ["new-south"]), (.toComplete, .colleague, ["mine-waiting"]), (.toComplete, .neighbour, []),
        (.toRead, .asker, ["unread-1", "unread-2"]), (.toClose, .asker, ["read-3", "read-4"]), (.toClose, .senior, []),
        (.ended, .asker, ["cancelled-6", "closed-5", "unread-2"]), (.ended, .neighbour, []),
        (
            .network, .coordinator,
            ["new-urgent", "mine-waiting", "new-1", "mine-2", "new-aside", "new-3", "theirs", "new-south"]
        ),
        (.network, .administrator, []), (.network, .elsewhere, []), (.network, .senior, []),
    ]

    /// Ten demands due in the same millisecond.
    private static let twins = (0..<10).map { number in
        AdviceRequest.sample(.submitted, id: Identifier("twin-\(number)"), rank: UInt64(900 + number))
    }
}
