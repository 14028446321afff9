import EssaimDomain
import EssaimWorkflow
import Testing

extension StoreConformance {
    static let answering: [StoreConformance] = [
        StoreConformance("a shortcut is one phrase of a person, whatever a page believed", aShortcutIsOnePhrase),
        StoreConformance("phrases come by shortcut, and by use", phrasesComeByShortcutAndByUse),
        StoreConformance("days are saved over the version that was read, and no other", daysAreSavedOverTheVersion),
        StoreConformance("what was taken since midnight is counted, and what was released is not", takesAreCounted),
    ]

    private static func phrase(_ id: String, _ shortcut: String) -> Phrase {
        Phrase(id: Identifier(id), content: .init(shortcut: shortcut, title: "Titre", text: "Texte « \(id) »."))
    }

    @Sendable private static func aShortcutIsOnePhrase(_ store: any Store) async throws {
        try await store.write { try $0.insert(phrase("p1", "ks"), of: Person.senior.id) }
        let fault = await store.fault { try $0.insert(phrase("p2", "ks"), of: Person.senior.id) }
        #expect(fault?.isDuplicate == true)
        try await store.write { try $0.insert(phrase("p3", "ks"), of: Person.second.id) }
        try await store.read { reader throws in
            #expect(try reader.phrase("p1", of: Person.senior.id) == phrase("p1", "ks"))
            #expect(try reader.phrase("p3", of: Person.senior.id) == nil)
        }
    }

    @Sendable private static func phrasesComeByShortcutAndByUse(_ store: any Store) async throws {
        let (senior, second) = (Person.senior.id, Person.second.id)
        try await store.write { tx in
            for shortcut in ["é", "b", "a", "c"] { try tx.insert(phrase("id-\(shortcut)", shortcut), of: senior) }
            try tx.insert(phrase("other", "a"), of: second)
            for _ in 0..<2 { try tx.countUse(of: ["id-c", "other", "none"], by: senior) }
            try tx.countUse(of: ["id-b"], by: senior)
        }
        try await store.read { reader throws in
            let all = try reader.phrases(of: senior, after: "", limit: 10).map(\.content.shortcut)
            // By bytes.
            #expect(all == ["a", "b", "c", "é"])
            #expect(try reader.phrases(of: senior, after: "b", limit: 1).map(\.content.shortcut) == ["c"])
            #expect(try reader.usualPhrases(of: senior, limit: 3).map(\.content.shortcut) == ["c", "b", "a"])
            #expect(try reader.phraseCount(of: senior, upTo: 3) == 3)
        }
    }

    @Sendable private static func daysAreSavedOverTheVersion(_ store: any Store) async throws {
        let person = Person.senior.id
        let today = CivilDate(dayNumber: 20_780)
        let said = Availability(hours: .same([.wholeDay]), mostADay: 6)
        let outcomes = try await store.write { tx in
            try [-1, 0, 0, 1, 7, -1].map { try tx.save(said, of: person, over: $0) }
        }
        #expect(outcomes == [false, true, false, true, false, false])
        let absences = [(20_770, 20_779), (20_770, 20_780), (20_790, 20_800)].map { from, through in
            Absence(
                id: Identifier("a\(through)"), days: CivilDate(dayNumber: from)...CivilDate(dayNumber: through),
                colleague: "Équipe")
        }
        try await store.write { tx in
            for absence in absences { try tx.insert(absence, of: person) }
            #expect(try !tx.remove("a20800", of: Person.second.id))
        }
        try await store.read { reader throws in
            let (kept, version) = try reader.availability(of: person, on: today)
            #expect(version == 2 && kept.hours == said.hours && kept.mostADay == 6)
            // What is over is not read.
            #expect(kept.absences == Array(absences.dropFirst()))
            let days = try reader.days(ofPool: Pool.north.id, on: today, since: .sample)
            #expect(days[person]?.availability.absences == [absences[1]])
            #expect(days[Person.second.id] == ExpertDay(availability: Availability(), taken: 0))
            #expect(days[Person.southern.id] == nil)
        }
    }

    @Sendable private static func takesAreCounted(_ store: any Store) async throws {
        let midnight = Instant.sample
        let parts: [(Assignment.State, Person, Instant)] = [
            (.taken, .senior, midnight), (.answered, .senior, midnight + .hours(1)),
            (.awaitingValidation, .senior, midnight + .hours(1)), (.released, .senior, midnight + .hours(1)),
            (.proposed, .senior, midnight + .hours(1)), (.taken, .senior, midnight - .milliseconds(1)),
            (.taken, .second, midnight + .hours(1)),
        ]
        let requests = parts.enumerated().map { rank, part in
            AdviceRequest.sample(
                part.0 == .answered ? .answered : part.0 == .proposed || part.0 == .released ? .submitted : .taken,
                id: Identifier("taken-\(rank)"), rank: UInt64(100 + rank), sentAt: part.2, holder: part.1.id,
                held: part.0)
        }
        try await store.put(requests)
        try await store.read { reader throws in
            #expect(try reader.taken(by: Person.senior.id, since: midnight) == 3)
            let days = try reader.days(ofPool: Pool.north.id, on: CivilDate(dayNumber: 20_780), since: midnight)
            #expect(days[Person.senior.id]?.taken == 3 && days[Person.second.id]?.taken == 1)
        }
    }
}
