import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

@Suite struct RotaDeskTests {
    @Test func `the administrator alone changes the network's own rota, and a refusal changes nothing`() async throws {
        try await ServedTown.onDuty { town in
            let desk = town.desk()
            let terms = DutyTerms(try ServedTown.duty("x", .junior, [.friday]))
            let seen = try #require(try await town.turn("d1", inDays: 7)).seen
            let before = try await town.server.store.read { try $0.rota(of: Network.sample.id) }
            for person in [Person.senior, .coordinator, .regulator, .asker, .elsewhere, .former, .suspended] {
                let act = town.act(person)
                #expect(try await desk.add(terms, act).refusal == .notFound, "\(person.id)")
                #expect(try await desk.change("d1", to: terms, over: 1, act).refusal == .notFound, "\(person.id)")
                #expect(try await desk.end("d1", after: .first, over: 1, act).refusal == .notFound, "\(person.id)")
                #expect(try await desk.change(seen, by: .remove, act).refusal == .notFound, "\(person.id)")
            }
            #expect(try await town.server.store.read { try $0.rota(of: Network.sample.id) } == before)
            #expect(try await town.server.store.read { try $0.rotaVersion(of: Network.sample.id).number } == 1)
            let act = town.act(.administrator)
            for _ in 0..<2 { #expect(try await desk.add(terms, act).refusal == nil) }
            let after = try await town.server.store.read { try $0.rota(of: Network.sample.id).duties }
            #expect(after.count == 3 && after.contains { DutyTerms($0) == terms })
            #expect(try town.ledger.history().contains { $0.contains("rota.add") })
        }
    }

    @Test func `an establishment keeps its own team's rota, and the network's administrator does not`() throws {
        var network = Network.sample
        network.partners = [
            Partner(id: "hospital", name: "Hôpital", kind: .hospital),
            Partner(id: "other", name: "Autre", kind: .hospital),
        ]
        network.pools = [Pool(id: "owned", name: "Service", owner: "hospital"), .south]
        let office = Caller(
            person: .second, structures: [], pools: [], networks: [],
            partners: [.init(partner: "hospital", network: network.id)])
        let administrator = Town.caller(.administrator)
        let (owned, own) = (DutyPost.pool("owned"), DutyPost.pool(Pool.south.id))
        #expect(office.keepsRota(of: owned, in: network) && !office.keepsRota(of: own, in: network))
        #expect(!administrator.keepsRota(of: owned, in: network) && administrator.keepsRota(of: own, in: network))
        #expect(!Town.caller(.coordinator).keepsRota(of: owned, in: network))
        #expect(!administrator.keepsRota(of: .pool("unknown"), in: network))
        // The same establishment's name in another network is another one's.
        let abroad = Caller(
            person: .second, structures: [], pools: [], networks: [],
            partners: [.init(partner: "hospital", network: Network.other.id)])
        #expect(!abroad.keepsRota(of: owned, in: network))
        #expect(office.readsRota(of: network.id) && Town.caller(.coordinator).readsRota(of: network.id))
        #expect(Town.caller(.senior).readsRota(of: network.id) && !Town.caller(.senior).steersRota(of: network.id))
        #expect(!Town.caller(.asker).readsRota(of: network.id) && !Town.caller(.head).readsRota(of: network.id))
    }

    @Test func `a change is made over the version that was read`() async throws {
        try await ServedTown.onDuty { town in
            let (desk, act) = (town.desk(), town.act(.administrator))
            let seen = try #require(try await town.turn("d1", inDays: 7)).seen
            #expect(try await desk.change(seen, by: .hand(to: Person.southern.id), act).refusal != nil)
            #expect(try await desk.change(seen, by: .hand(to: Person.second.id), act).refusal == nil)
            #expect(try await desk.change(seen, by: .remove, act).refusal == .stale(current: 2))
            #expect(try await town.turn("d1", inDays: 7)?.person == Person.second.id)
            #expect(try await town.turn("d1", inDays: 14)?.person == Person.senior.id)
            let terms = DutyTerms(try ServedTown.duty("x", .junior, [.monday]))
            #expect(try await desk.change("d1", to: terms, over: 1, act).refusal == nil)
            #expect(try await desk.change("d1", to: terms, over: 1, act).refusal == .stale(current: 2))
            // What became of one turn stays, whoever has the duty.
            #expect(try await town.turn("d1", inDays: 7)?.person == Person.second.id)
            #expect(try await town.turn("d1", inDays: 14)?.person == Person.junior.id)
            #expect(try await town.turn("d1", inDays: 8) == nil)
        }
    }

    @Test func `a duty ends after a day, and is gone when it never came`() async throws {
        try await ServedTown.onDuty { town throws in
            let (desk, act) = (town.desk(), town.act(.administrator))
            let day = ServedTown.monday.adding(days: 7)
            #expect(try await desk.end("d1", after: day, over: 1, act).refusal == nil)
            #expect(try await town.turn("d1", inDays: 7) != nil)
            #expect(try await town.turn("d1", inDays: 8) == nil)
            #expect(try await desk.end("d1", after: .first, over: 2, act).refusal == nil)
            #expect(try await town.server.store.read { try $0.duty("d1", of: Network.sample.id) } == nil)
        }
    }

    @Test func `an exchange moves both turns once who was asked accepts, and neither before`() async throws {
        try await ServedTown.onDuty { town in
            let desk = town.desk()
            let given = try #require(try await town.turn("d1", inDays: 7)).seen
            let taken = try #require(try await town.turn("d2", inDays: 9)).seen
            let asked = Person.second.id
            for _ in 0..<2 {
                #expect(try await desk.propose(given, to: asked, for: taken, town.act(.senior)).refusal == nil)
            }
            let all = try await town.server.store.read { try $0.swaps(of: asked, since: .sample - .days(1), limit: 9) }
            let swap = try #require(all.first?.swap)
            #expect(all.count == 1)
            #expect(try await town.turn("d1", inDays: 7)?.person == Person.senior.id)
            for person in [Person.senior, .junior, .administrator, .southern] {
                let refusal = try await desk.accept(swap.id, version: 1, town.act(person)).refusal
                #expect(refusal == .notFound, "\(person.id)")
            }
            #expect(try await desk.withdraw(swap.id, version: 1, town.act(.second)).refusal == .notFound)
            #expect(try await desk.accept(swap.id, version: 2, town.act(.second)).refusal == .stale(current: 1))
            #expect(try await desk.accept(swap.id, version: 1, town.act(.second)).refusal == nil)
            #expect(try await town.turn("d1", inDays: 7)?.person == Person.second.id)
            #expect(try await town.turn("d2", inDays: 9)?.person == Person.senior.id)
            #expect(try await desk.decline(swap.id, version: 2, town.act(.second)).refusal != nil)
            #expect(try await town.turn("d1", inDays: 7)?.person == Person.second.id)
        }
    }

    @Test func `of two who accept the same turn at once, one wins and the rota is whole`() async throws {
        try await ServedTown.onDuty { town in
            let desk = town.desk()
            let given = try #require(try await town.turn("d1", inDays: 7)).seen
            let asked = [Person.second, .junior]
            for person in asked {
                #expect(try await desk.propose(given, to: person.id, for: nil, town.act(.senior)).refusal == nil)
            }
            let swaps = try await town.server.store.read { reader in
                try asked.map { person in
                    let found = try reader.swaps(of: person.id, since: .sample - .days(1), limit: 9)
                    return try #require(found.first).swap.id
                }
            }
            let outcomes: [Bool] = try await withThrowingTaskGroup(of: Bool.self) { group in
                for (person, swap) in zip(asked, swaps) {
                    group.addTask { try await desk.accept(swap, version: 1, town.act(person)).refusal == nil }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 } == 1)
            let accepted = try await town.server.store.read { reader in
                try swaps.compactMap { try reader.swap($0)?.swap }.filter { $0.state == .accepted }
            }
            #expect(accepted.count == 1)
            #expect(try await town.turn("d1", inDays: 7)?.person == accepted.first?.asked)
        }
    }

    @Test func `a turn is proposed to nobody who would not keep it`() async throws {
        try await ServedTown.onDuty { town in
            let desk = town.desk()
            let given = try #require(try await town.turn("d1", inDays: 7)).seen
            let day = ServedTown.monday.adding(days: 7)
            try await town.server.store.write {
                try $0.insert(Absence(id: "a", days: day...day, half: .morning, colleague: ""), of: Person.junior.id)
            }
            let me = town.act(.senior)
            #expect(try await desk.propose(given, to: Person.junior.id, for: nil, me).refusal?.says("absente") == true)
            #expect(try await desk.propose(given, to: Person.southern.id, for: nil, me).refusal?.says("équipe") == true)
            #expect(try await desk.propose(given, to: Person.senior.id, for: nil, me).refusal == .notFound)
            #expect(
                try await desk.propose(given, to: Person.second.id, for: nil, town.act(.second)).refusal == .notFound)
            let begun = try #require(try await town.turn("d1", inDays: 0)).seen
            #expect(try await desk.propose(begun, to: Person.second.id, for: nil, me).refusal?.says("commencé") == true)
            let swaps = try await town.server.store.read {
                try $0.swaps(of: Person.senior.id, since: .sample - .days(1), limit: 9)
            }
            #expect(swaps.isEmpty)
        }
    }

    @Test func `another server's change is seen at once by the calendars kept here`() async throws {
        try await ServedTown.onDuty { town in
            #expect(try await town.turn("d1", inDays: 7) != nil)
            // A desk with a shelf of its own, as another server has.
            let other = RotaDesk(
                store: town.server.store, clock: town.clock, shelf: RotaShelf(), bulletin: LocalBulletin())
            let seen = try #require(try await town.turn("d1", inDays: 7)).seen
            #expect(try await other.change(seen, by: .remove, town.act(.administrator)).refusal == nil)
            #expect(try await town.turn("d1", inDays: 7) == nil)
        }
    }
}

extension Refusal {
    fileprivate func says(_ word: String) -> Bool {
        if case .faults(let faults) = self { faults.contains { $0.message.contains(word) } } else { false }
    }
}
