import EssaimDomain
import EssaimWorkflow
import Testing

@testable import EssaimGate
@testable import EssaimServer
@testable import EssaimTestSupport

/// What the desk decides by itself, in its transaction, whatever let someone come so far; and whom it tells.
@Suite struct StructureDeskTests {
    private static let asMember = TypedTerms(place: "member")

    private func desk(_ town: ServedTown, _ bulletin: RecordingBulletin = RecordingBulletin()) -> StructureDesk {
        StructureDesk(store: town.server.store, clock: town.clock, bulletin: bulletin)
    }

    private func act(_ structure: Identifier<Structure>, by person: Identifier<Person>) -> StructureDesk.Act {
        StructureDesk.Act(on: structure, by: person, from: "")
    }

    /// The only offer that waits for them.
    private func offer(
        to person: Person, in town: ServedTown
    ) async throws -> Identifier<StructureInvitation> {
        let id = person.id
        let found = try await town.server.store.read {
            try $0.invitations(for: id, since: Instant(milliseconds: 0), limit: 9)
        }
        #expect(found.count == 1)
        return try #require(found.first?.id)
    }

    @Test func `who administers another structure, or none, or is nobody, changes nothing here`() async throws {
        try await ServedTown.administered { town, _ in
            let bulletin = RecordingBulletin()
            let desk = desk(town, bulletin)
            let version = try #require(try await town.member(.delegate)).version
            let before = try town.ledger.dumpAll()
            for person: Identifier<Person> in ["neighbour", "colleague", "nobody"] {
                let act = act("practice", by: person)
                let changed = try await desk.change("delegate", .suspend, over: version, act)
                #expect(throws: Refusal.notFound, "\(person)") { try changed.get() }
                let invited = try await desk.invite("southern", as: Self.asMember, act)
                #expect(throws: Refusal.notFound, "\(person)") { try invited.get() }
            }
            #expect(try town.ledger.dumpAll() == before && bulletin.posted.isEmpty)
        }
    }

    @Test func `an offer is taken back by the structure that made it, and through no other's page`() async throws {
        try await ServedTown.administered { town, asker in
            #expect(try await town.invite("southern", [("place", "member")], asker).status == 303)
            let id = try await offer(to: .southern, in: town)
            let neighbour = try await town.browser(of: .neighbour)
            let page = try await neighbour.act("/structure/other-practice/invitations/\(id)/retirer", key: "k")
            #expect(page.status == 404)
            #expect(try town.ledger.history().last == "access refused", "at the door")
            let withdrawn = try await desk(town).withdraw(id, act("other-practice", by: "neighbour"))
            #expect(throws: Refusal.notFound) { try withdrawn.get() }
            #expect(try await town.server.store.read { try $0.invitation(id) } != nil)
        }
    }

    @Test func `an offer that is a month old is answered by nobody, though its form is still open`() async throws {
        try await ServedTown.administered { town, asker in
            #expect(try await town.invite("southern", [("place", "member")], asker).status == 303)
            let id = try await offer(to: .southern, in: town)
            town.clock.advance(by: .days(30))
            let southern = try await town.browser(of: .southern)
            for word in ["accepter", "refuser"] {
                #expect(try await southern.act("/profil/invitations/\(id)/\(word)", key: word).status == 404)
            }
            #expect(try await town.member(.southern) == nil)
        }
    }

    @Test func `who was suspended does not come back by an older offer, and takes no other role by it`() async throws {
        try await ServedTown.administered { town, asker in
            #expect(try await town.invite("senior", [("place", "administrator")], asker).status == 303)
            let older = try await offer(to: .senior, in: town)
            #expect(try await town.invite("10000000017", [("place", "member")], asker).status == 303)
            let all = try await town.server.store.read {
                try $0.invitations(for: Person.senior.id, since: Instant(milliseconds: 0), limit: 9)
            }
            let newer = try #require(all.first { $0.id != older }?.id)
            let desk = desk(town)
            #expect(try await desk.answer(newer, accepts: true, by: "senior", from: ""))
            let member = try #require(try await town.member(.senior))
            _ = try await desk.change("senior", .suspend, over: member.version, act("practice", by: "asker")).get()
            let suspended = try await town.member(.senior)
            #expect(suspended?.status == .suspended && suspended?.terms.role == .member)
            #expect(try await desk.answer(older, accepts: true, by: "senior", from: ""))
            #expect(try await town.member(.senior) == suspended)
        }
    }

    @Test func `what was done is told to open pages, each act once, and what was refused is not`() async throws {
        try await ServedTown.administered { town, _ in
            let bulletin = RecordingBulletin()
            let (desk, asker) = (desk(town, bulletin), act("practice", by: "asker"))
            let member = try #require(try await town.member(.colleague))
            _ = try await desk.change("colleague", .suspend, over: member.version, asker).get()
            #expect(bulletin.posted == [.people])
            let late = try await desk.change("colleague", .resume, over: member.version, asker)
            #expect(throws: Refusal.self) { try late.get() }
            #expect(bulletin.posted.count == 1, "refused")

            let today = LocalTime().date(at: town.clock.now()).description
            let terms = TypedTerms(place: "replacement", from: today, through: today, principals: ["asker"])
            _ = try await desk.invite("southern", as: terms, asker).get()
            #expect(bulletin.posted.count == 2)
            let id = try await offer(to: .southern, in: town)
            #expect(!(try await desk.answer(id, accepts: true, by: "neighbour", from: "")))
            #expect(bulletin.posted.count == 2, "another's")
            #expect(try await desk.answer(id, accepts: true, by: "southern", from: ""))
            #expect(bulletin.posted.count == 3)
            town.clock.advance(by: .days(1))
            for _ in 0..<2 { try await desk.turn() }
            #expect(bulletin.posted == [.people, .people, .people, .people], "their days are over, once")
        }
    }

    @Test func `a suspension ends the open page by its notice, which every later notice follows`() async throws {
        try await ServedTown.administered { town, asker in
            let colleague = try await town.browser(of: .colleague)
            let keeper = try await town.browser(of: .securityReferent)
            let token = try #require(await colleague.token)
            let watching = try #require(await keeper.token)
            let (session, caller) = try #require(try await town.server.accounts.visitor(token))
            let (kept, witness) = try #require(try await town.server.accounts.visitor(watching))
            let page = try await town.fed { () async throws in
                let page = town.server.live.join(caller, session)
                var heard = town.server.live.join(witness, kept).makeAsyncIterator()
                #expect(town.server.live.count == 2)
                #expect(try await town.press("suspendre", of: .colleague, asker).status == 303)
                town.server.house.bulletin.post(.alarm(Network.sample.id))
                while let event = await heard.next(), event.name != "alarme" {}
                #expect(town.server.live.count == 1)
                return page
            }
            for await _ in page {}
        }
    }
}
