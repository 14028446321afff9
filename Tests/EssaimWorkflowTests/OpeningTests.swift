import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

struct OpeningTests {
    @Test(
        arguments: [
            (Person.asker, Offer.dermatology, nil), (.colleague, .dermatology, nil), (.delegate, .dermatology, nil),
            (.neighbour, .dermatology, nil), (.delegate, .orientation, nil), (.neighbour, .orientation, Refusal.noPool),
            // A zone without pool, a place outside the territory, a paused line, people who ask nowhere.
            (.remote, .dermatology, .noPool), (.outsider, .dermatology, .noPool), (.asker, .paused, .lineClosed),
            (.coordinator, .dermatology, .notFound), (.second, .dermatology, .notFound),
        ] as [(Person, Offer, Refusal?)])
    func `a draft is opened where it can be answered, by who asks somewhere`(
        person: Person, offer: Offer, refusal: Refusal?
    ) async throws {
        try await World.with { world throws in
            let result = try await world.desk.open(offer.id, for: nil, key: "k", by: person.id)
            if let refusal {
                #expect(result == .failure(refusal))
                #expect(try await world.store.read { try $0.count(.drafts, of: person.id, upTo: 9) } == 0)
                #expect(try await !world.isRemembered("k", by: person))
            } else {
                let request = try #require(try await world.stored(try result.get().request))
                #expect(request.state == .draft && request.author == person.id && request.requester == person.id)
                #expect(request.route.offer == offer.id && request.kind == offer.kind && request.createdAt == .sample)
            }
        }
    }

    @Test func `the zone and the pool are those of the structure`() async throws {
        try await World.with { world throws in
            let north = try await world.desk.open(Offer.dermatology.id, for: nil, key: "k", by: Person.asker.id).get()
            let south = try await world.desk.open(Offer.dermatology.id, for: nil, key: "k", by: Person.neighbour.id)
                .get()
            #expect(try await world.stored(north.request)?.route == .north)
            #expect(try await world.stored(south.request)?.route == .south)
        }
    }

    @Test func `nobody asks in the name of a structure that is not theirs`() async throws {
        try await World.with { world throws in
            for structure in [Structure.otherPractice.id, "absent", ""] {
                let result = try await world.desk.open(
                    Offer.dermatology.id, for: structure, key: "k", by: Person.asker.id)
                #expect(result == .failure(.notFound), "\(structure)")
            }
            let absent = try await world.desk.open("absent", for: nil, key: "k", by: Person.asker.id)
            #expect(absent == .failure(.notFound))
        }
    }

    @Test func `a pool whose experts have all left takes no demand, neither new nor begun`() async throws {
        try await World.with { world throws in
            let id = try await world.draft()
            try await world.store.write { tx in
                for expert in [Person.senior, .second, .junior] {
                    try tx.join(expert.id, pool: Pool.north.id, as: .senior, status: .ended)
                }
            }
            #expect(try await world.perform(.submit, on: id, by: .asker) == .failure(.noPool))
            #expect(
                try await world.desk.open(Offer.dermatology.id, for: nil, key: "k", by: Person.asker.id)
                    == .failure(.noPool))
            #expect(try await world.stored(id)?.state == .draft)
        }
    }

    @Test func `a draft on a line that the network declares no more is not sent, a demand on it is answered`()
        async throws
    {
        try await World.with { world throws in
            let draft = try await world.draft()
            let taken = try await world.demand(.taken)
            try await world.store.write { tx in
                var smaller = Network.sample
                smaller.offers.removeAll { $0.id == Offer.dermatology.id }
                try tx.save(smaller)
            }
            #expect(try await world.perform(.submit, on: draft, by: .asker) == .failure(.lineClosed))
            #expect(try await world.perform(.sample(.answer), on: taken, by: .senior).get().state == .answered)
        }
    }

    @Test func `who prepares is the author, who sends is the requester`() async throws {
        try await World.with { world throws in
            let id = try await world.draft(by: .delegate)
            #expect(
                try await world.perform(.submit, on: id, by: .delegate) == .failure(.lineClosed),
                "no professional sends it")
            _ = try await world.perform(.submit, on: id, by: .colleague).get()
            let request = try #require(try await world.stored(id))
            #expect(request.author == Person.delegate.id && request.requester == Person.colleague.id)
        }
    }

    @Test func `a patient asked about twice is one patient, of that structure only`() async throws {
        try await World.with { world throws in
            let first = try await world.demand(.submitted)
            var typed = RequestContent.sample
            typed.patient.birthFamilyName = "FICTIVE"
            typed.patient.birthDate = "1958-08-12"
            let second = try await world.demand(.submitted, content: typed)
            let patients = [try await world.stored(first)?.patient, try await world.stored(second)?.patient]
            #expect(patients == [Patient.sample.id, Patient.sample.id], "the practice knew her already")
            let opened = try await world.desk.open(Offer.dermatology.id, for: nil, key: "n", by: Person.neighbour.id)
                .get()
            _ = try await world.perform(.edit(.sample), on: opened.request, by: .neighbour).get()
            _ = try await world.perform(.attach(.sample("n", of: opened.request)), on: opened.request, by: .neighbour)
                .get()
            _ = try await world.perform(.submit, on: opened.request, by: .neighbour).get()
            let elsewhere = try #require(try await world.stored(opened.request)?.patient)
            #expect(elsewhere != Patient.sample.id)
        }
    }

    @Test func `a draft that is thrown away is gone, its photographs with it`() async throws {
        try await World.with { world throws in
            let id = try await world.draft()
            _ = try await world.perform(.discard, on: id, by: .colleague).get()
            let file = try await world.file(of: id)
            #expect(file.request == nil && file.attachments == [])
            #expect(try await world.perform(.edit(.sample), on: id, by: .asker, at: 3) == .failure(.notFound))
            #expect(try await world.actions(of: id).contains("request.discard done"), "the history stays")
        }
    }
}
