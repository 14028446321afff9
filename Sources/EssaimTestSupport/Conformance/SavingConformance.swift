import EssaimDomain
import EssaimWorkflow
import Testing

extension StoreConformance {
    static let saving: [StoreConformance] = [
        StoreConformance("a demand is saved whole over the version that was read", aDemandIsSavedWhole),
        StoreConformance(
            "a save over a stale version returns false and changes nothing", aSaveOverAStaleVersionReturns),
        StoreConformance(
            "a proposal that is withdrawn leaves no trace, a sent answer is never rewritten",
            aProposalThatIsWithdrawnLeavesNo),
        StoreConformance("who set a demand aside is kept, and forgotten when it moves on", whoSetADemandAsideIsKept),
        StoreConformance("a draft is thrown away with what hangs on it, a sent demand is not", aDraftIsThrownAway),
    ]

    @Sendable private static func aDemandIsSavedWhole(_ store: any Store) async throws {
        let request = AdviceRequest.sample(.submitted)
        try await store.put([request])
        let taken = try request.decided(.take, .only(.poolExpert))
        let drafted = try taken.decided(.sample(.draftAnswer), .only(.holder))
        let answered = try drafted.decided(.sample(.answer), .only(.holder))
        for (next, version) in [(taken, 3), (drafted, 4), (answered, 4)] {
            #expect(try await store.write { try $0.save(next, over: version) })
            #expect(try await store.stored(request.id) == next)
        }
    }

    @Sendable private static func aSaveOverAStaleVersionReturns(_ store: any Store) async throws {
        let request = AdviceRequest.sample(.submitted)
        let taken = try request.decided(.take, .only(.poolExpert))
        let late = try request.decided(.setAside(reason: ""), .only(.poolExpert, as: .second))
        try await store.put([request])
        #expect(try await store.write { try $0.save(taken, over: 3) })
        for version in [3, 2, 5, 0, -1] {
            #expect(try await !store.write { try $0.save(late, over: version) }, "over \(version)")
        }
        #expect(try await store.stored(request.id) == taken)
        let absent = AdviceRequest.sample(.submitted, id: "absent", rank: 9)
        #expect(try await !store.write { try $0.save(absent, over: 3) })
        #expect(try await store.stored("absent") == nil)
    }

    @Sendable private static func aProposalThatIsWithdrawnLeavesNo(_ store: any Store) async throws {
        let request = AdviceRequest.sample(.submitted)
        try await store.put([request])
        let named = try request.decided(.assign(Person.southern.id), .only(.regulator))
        #expect(try await store.write { try $0.save(named, over: 3) })
        let taken = try named.decided(.take, .only(.poolExpert), "another-assignment")
        #expect(try await store.write { try $0.save(taken, over: 4) })
        let kept = try #require(try await store.stored(request.id))
        #expect(kept.assignments.map(\.expert) == [Person.senior.id])
        #expect(try await store.read { try $0.request(request.id, visibleTo: Person.southern.id) } == nil)
    }

    @Sendable private static func whoSetADemandAsideIsKept(_ store: any Store) async throws {
        let request = AdviceRequest.sample(.submitted)
        try await store.put([request])
        let aside = try request.decided(.setAside(reason: ""), .only(.poolExpert))
        #expect(try await store.write { try $0.save(aside, over: 3) })
        #expect(try await store.stored(request.id)?.setAsideBy == [Person.senior.id])
        let moved = try aside.decided(.sample(.reorient), .only(.coordinator))
        #expect(try await store.write { try $0.save(moved, over: 4) })
        #expect(try await store.stored(request.id) == moved)
    }

    @Sendable private static func aDraftIsThrownAway(_ store: any Store) async throws {
        let draft = AdviceRequest.sample(.draft)
        let sent = AdviceRequest.sample(.submitted, id: "sent", rank: 2)
        try await store.put([draft, sent])
        try await store.write { tx throws in
            try tx.insert(Attachment.sample(of: draft.id))
            try tx.remove(draft.id)
        }
        #expect(try await store.stored(draft.id) == nil)
        #expect(try await store.read { try $0.attachments(of: draft.id) } == [])
        try await store.write { tx in try tx.insert(Attachment.sample(of: sent.id)) }
        _ = await store.fault { try $0.remove(sent.id) }
        #expect(try await store.stored(sent.id) == sent)
        #expect(try await store.read { try $0.attachments(of: sent.id).count } == 1)
    }
}

extension AdviceRequest {
    func decided(
        _ command: Command, _ actor: Actor, _ assignment: Identifier<Assignment> = "new-assignment"
    ) throws -> AdviceRequest {
        try decide(command, by: actor, in: .sample(newAssignment: assignment)).get().request
    }
}
