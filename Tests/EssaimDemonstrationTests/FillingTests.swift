import EssaimDemonstration
import EssaimDomain
import EssaimNetworkFiles
import EssaimSQLite
import EssaimTestSupport
import EssaimWorkflow
import Testing

/// Instants at which a demonstration may be made: a working day, a Sunday, Christmas, both changes of clock.
private let moments = [
    "2026-11-21T10:30", "2026-11-22T03:15", "2026-12-25T23:50", "2027-03-28T02:30", "2026-10-25T02:30",
    "2027-01-01T00:10",
]

private func instant(_ text: String) throws -> Instant {
    OffsetRules.centralEuropean.instant(of: try #require(CivilDateTime.parse(text)))
}

/// Every demand, as the people of its structure see it.
private func demands(_ reader: any StoreReader) throws -> [AdviceRequest] {
    var found: [Identifier<AdviceRequest>: AdviceRequest] = [:]
    for (_, person) in try reader.accounts(after: "", limit: 1000) {
        guard let caller = try reader.caller(person.id), caller.mayAsk else { continue }
        for view in [WorklistKind.drafts, .sent, .toComplete, .toRead, .toClose, .ended] {
            for row in try reader.rows(view, of: person.id, after: nil, limit: 1000) {
                found[row.id] = try reader.request(row.id, visibleTo: person.id)
            }
        }
    }
    return Array(found.values)
}

@Suite struct FillingTests {
    @Test(arguments: moments)
    func `a demonstration can be made at any time, and every state of a demand is in it`(_ moment: String) async throws
    {
        let folder = try await Folder()
        let now = try instant(moment)
        let contents = try await folder.demonstration(at: now).fill()
        let all = try await folder.store.read { try demands($0) }
        #expect(all.count == contents.demands)
        #expect((38...45).contains(all.count))
        #expect(Set(all.map(\.state)) == Set(RequestState.allCases))
        let open = all.filter(\.state.isOpen)
        #expect(open.contains { $0.content.urgency == .urgent && $0.state == .submitted && left($0, at: now) == 180 })
        #expect(open.filter { $0.isOverdue(at: now) }.count >= 3)
        #expect(all.contains { $0.lead?.state == .awaitingValidation })
        #expect(all.contains { $0.state == .answered && $0.isUnread })
        #expect(all.contains { $0.state == .answered && !$0.isUnread })
        #expect(all.contains { $0.answers.count > 1 })
        #expect(all.contains { $0.assignments.contains { $0.state == .proposed } })
    }

    @Test func `every demand holds together, and nothing in it is later than now`() async throws {
        let folder = try await Folder()
        let now = try instant("2026-11-21T10:30")
        _ = try await folder.demonstration(at: now).fill()
        try await folder.store.read { reader in
            for demand in try demands(reader) {
                #expect(demand.createdAt <= now)
                let thread = try reader.thread(of: demand.id)
                #expect(thread.allSatisfy { $0.at <= now && $0.at >= demand.createdAt })
                #expect(thread.map(\.at) == thread.map(\.at).sorted())
                let history = try reader.history(of: demand.id, limit: 100)
                #expect(history.first?.action == "request.open")
                #expect(history.allSatisfy { $0.outcome == "done" })
                if demand.state == .draft { continue }
                #expect(demand.consent != nil && demand.clock != nil)
                let patient = try #require(try demand.patient.flatMap(reader.patient))
                #expect(patient.structure == demand.structure)
                #expect(patient.ins?.authority == .demonstration && patient.ins?.status == .validated)
                let length = demand.content.question.count + demand.content.context.count
                #expect((100...400).contains(length), "\(demand.content.question)")
                let photographs = try reader.attachments(of: demand.id)
                #expect(photographs.count == 2 || !demand.content.photographsImpossible.isEmpty)
                #expect(try reader.acts(of: demand.id).count == (demand.answers.isEmpty ? 0 : 2))
            }
        }
    }

    @Test func `twenty-six dermatologists answer over three pools, and nobody is real`() async throws {
        let folder = try await Folder()
        _ = try await folder.demonstration(at: try instant("2026-11-21T10:30")).fill()
        try await folder.store.read { reader in
            let pools: [Identifier<Pool>] = [
                "oncobreizh/brest-lannion", "oncobreizh/lorient-vannes", "oncobreizh/rennes",
            ]
            let experts = try pools.flatMap { try reader.experts(in: $0) }
            #expect(Set(experts.map(\.id)).count == 26)
            #expect(experts.allSatisfy { $0.specialty == "SM15" })
            #expect(try reader.realIdentityExists() == false)
            #expect(try reader.isDemonstration())
            let people = try reader.accounts(after: "", limit: 1000)
            #expect(people.allSatisfy { $0.person.isDemonstration && $0.account.passwordHash == nil })
            let asking = try people.filter { try reader.caller($0.person.id)?.mayAsk == true }
            #expect(Set(asking.map(\.person.profession)).subtracting([.none]).count >= 5)
            for (account, person) in people {
                #expect(account.login.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x2E })
                if let rpps = person.rpps { #expect(rpps.hasKey && rpps.rawValue.hasPrefix("999")) }
                if let number = person.billingNumber { #expect(number.rawValue.hasPrefix("99")) }
            }
            #expect(Set(people.compactMap(\.person.rpps)).count == people.compactMap(\.person.rpps).count)
        }
    }

    @Test func `every persona has an account, and the first who asks is of the first expert's sector`() async throws {
        let folder = try await Folder()
        _ = try await folder.demonstration(at: try instant("2026-11-21T10:30")).fill()
        try await folder.store.read { reader in
            for persona in Demonstration.personas {
                let account = try #require(try reader.account(login: persona.login))
                let caller = try #require(try reader.caller(account.person))
                switch persona.group {
                case .asks: #expect(caller.mayAsk)
                case .answers: #expect(caller.answers)
                case .watches:
                    let isClerk = caller.keepsJournal || caller.booksVisits || !caller.billsFor.isEmpty
                    #expect(!caller.watches.isEmpty || isClerk)
                }
            }
        }
        #expect(Set(Demonstration.personas.map(\.group)).count == 3)
        let first = try #require(Demonstration.personas.first { $0.group == .asks })
        let expert = try #require(Demonstration.personas.first { $0.group == .answers })
        try await folder.store.read { reader in
            let asker = try #require(try reader.account(login: first.login).flatMap { try reader.caller($0.person) })
            let answering = try #require(
                try reader.account(login: expert.login).flatMap { try reader.caller($0.person) })
            let network = try #require(try reader.network("oncobreizh"))
            let commune = try #require(asker.structures.first?.structure.commune)
            let offer = try #require(network.offer("oncobreizh/lesion-suspecte"))
            let place = DemandPlace(commune: commune).locality(in: NoCommunes())
            let ways = try RoutingTable(network).ways(
                of: offer.id, from: place, at: Instant(milliseconds: 1_795_422_600_000)
            ).get()
            #expect(answering.pools.map(\.pool) == [ways[0].pool])
        }
    }

    @Test func `a folder is filled once, and never one that holds somebody`() async throws {
        let now = try instant("2026-11-21T10:30")
        let folder = try await Folder()
        #expect(try await Demonstration.isFilled(folder.store) == false)
        _ = try await folder.demonstration(at: now).fill()
        #expect(try await Demonstration.isFilled(folder.store))
        await #expect(throws: DemonstrationFault.alreadyFilled) { try await folder.demonstration(at: now).fill() }

        let inUse = try await Folder()
        try await inUse.store.write { tx in
            let person = Person(id: .new(at: now), familyName: "Nom", givenName: "Prénom", profession: .nurse)
            try tx.insert(person)
        }
        await #expect(throws: DemonstrationFault.holdsPeople) { try await inUse.demonstration(at: now).fill() }
        #expect(try await inUse.store.read { try $0.setting(Setting.demonstration) } == nil)
        #expect(try await inUse.store.read { try $0.networks() }.isEmpty)
    }

    @Test func `another network is refused before anything is written`() async throws {
        let folder = try await Folder()
        let other = Network(id: "autre", name: "Autre", zones: [], pools: [], offers: [])
        let demonstration = try folder.demonstration(at: try instant("2026-11-21T10:30"), network: other)
        await #expect(throws: DemonstrationFault.otherNetwork("oncobreizh/brest-lannion")) {
            try await demonstration.fill()
        }
        #expect(try await folder.store.read { try $0.networks() }.isEmpty)
    }

    @Test func `the drawings are small JPEG files`() async throws {
        let folder = try await Folder()
        _ = try await folder.demonstration(at: try instant("2026-11-21T10:30")).fill()
        // The darkroom of tests keeps each as it came, three times over: thumbnail, screen, whole.
        let pictures = Set(folder.vault.kept.values.map { $0.prefix($0.count / 3) })
        #expect(pictures.count == 4)
        #expect(pictures.allSatisfy { $0.starts(with: [0xFF, 0xD8, 0xFF]) && $0.count < 60_000 })
    }
}

/// Whole minutes left before an answer is due.
private func left(_ demand: AdviceRequest, at now: Instant) -> Int64 {
    ((demand.clock?.dueAt ?? now) - now).milliseconds / 60_000
}
