import EssaimDomain
import EssaimWorkflow
import Testing

extension StoreConformance {
    static let files: [StoreConformance] = [
        StoreConformance("a file comes back with its key, its parts and its pages", aFileComesBackWithItsKey),
        StoreConformance("what waits for the scanner is told apart, and released", whatWaitsForTheScanner),
        StoreConformance("a demand has one key, the first that was kept", aDemandHasOneKey),
        StoreConformance("keys under an older master are found page by page, and sealed again", keysUnderAnOlderMaster),
        StoreConformance("a draft thrown away leaves no key", aDraftThrownAwayLeavesNoKey),
        StoreConformance(
            "earlier demands about the same patient come newest first, those one may see", earlierDemands),
    ]

    private static let sealed = KeptFile(
        storedAs: "name", sealedKey: [1, 2, 3],
        sections: [
            FileSection(role: .thumbnail, mediaType: "image/jpeg", width: 400, height: 300, offset: 0, length: 10),
            FileSection(
                role: .screen, page: 2, mediaType: "image/jpeg", width: 1600, height: 1200, offset: 10, length: 90),
            FileSection(role: .full, mediaType: "application/pdf", width: 595, height: 842, offset: 100, length: 900),
        ], mediaType: "application/pdf", byteCount: 900, width: 595, height: 842, pages: 2, capturedAt: nil,
        digest: [9, 8, 7])

    @Sendable private static func aFileComesBackWithItsKey(_ store: any Store) async throws {
        let request = AdviceRequest.sample(.submitted)
        let old = Attachment.sample("old", of: request.id)
        let new = Attachment(
            id: "new", request: request.id, slot: "other", name: "a.pdf", file: sealed, addedBy: Person.asker.id,
            addedAt: .sample)
        try await store.put([request])
        try await store.write { tx throws in
            try tx.insert(old)
            try tx.insert(new)
        }
        #expect(try await store.read { try $0.attachments(of: request.id) } == [old, new])
        #expect(try await store.read { try $0.attachments(ofAny: [request.id, "nowhere"]) } == [old, new])
        #expect(try await store.read { try $0.attachments(ofAny: []) } == [])
        #expect(try await store.read { try $0.unsealedAttachments(limit: 5) } == [old])
        let moved = KeptFile(
            storedAs: "elsewhere", sealedKey: [4], sections: sealed.sections, mediaType: "image/png", byteCount: 5,
            width: 6, height: 7, capturedAt: "2026-11-22T10:14:03", digest: [8])
        try await store.write { try $0.replaceFile(of: old.id, by: moved) }
        #expect(try await store.read { try $0.attachments(of: request.id).first?.file } == moved)
        #expect(try await store.read { try $0.unsealedAttachments(limit: 5) } == [])
    }

    @Sendable private static func whatWaitsForTheScanner(_ store: any Store) async throws {
        let request = AdviceRequest.sample(.submitted)
        let waiting = Attachment(
            id: "w", request: request.id, slot: "other", name: "a.pdf", file: sealed, addedBy: Person.asker.id,
            addedAt: .sample, quarantinedAt: .sample + .hours(1))
        try await store.put([request])
        try await store.write { try $0.insert(waiting) }
        #expect(try await store.read { try $0.attachments(of: request.id) } == [waiting])
        try await store.write { try $0.release(waiting.id) }
        #expect(try await store.read { try $0.attachments(of: request.id).map(\.isShown) } == [true])
    }

    @Sendable private static func aDemandHasOneKey(_ store: any Store) async throws {
        let first = RequestKey(request: "a", master: "m1", sealed: [1])
        try await store.write { tx throws in
            try tx.keep(first)
            try tx.keep(RequestKey(request: "a", master: "m2", sealed: [2]))
        }
        #expect(try await store.read { try $0.key(of: "a") } == first)
        #expect(try await store.read { try $0.key(of: "b") } == nil)
    }

    @Sendable private static func keysUnderAnOlderMaster(_ store: any Store) async throws {
        let keys = ["a", "b", "c", "d"].map {
            RequestKey(request: Identifier($0), master: $0 == "b" ? "new" : "old", sealed: [UInt8($0.utf8.first ?? 0)])
        }
        try await store.write { tx in for key in keys { try tx.keep(key) } }
        #expect(try await store.read { try $0.mastersInUse() } == ["new", "old"])
        let first = try await store.read { try $0.keys(notSealedBy: "new", after: nil, limit: 2) }
        #expect(first == [keys[0], keys[2]])
        #expect(try await store.read { try $0.keys(notSealedBy: "new", after: "c", limit: 2) } == [keys[3]])
        try await store.write { tx in
            for key in keys { try tx.reseal(RequestKey(request: key.request, master: "new", sealed: [0])) }
        }
        #expect(try await store.read { try $0.mastersInUse() } == ["new"])
        #expect(try await store.read { try $0.key(of: "d") } == RequestKey(request: "d", master: "new", sealed: [0]))
    }

    @Sendable private static func aDraftThrownAwayLeavesNoKey(_ store: any Store) async throws {
        let draft = AdviceRequest.sample(.draft)
        try await store.put([draft])
        try await store.write { try $0.keep(RequestKey(request: draft.id, master: "m", sealed: [1])) }
        try await store.write { try $0.remove(draft.id) }
        #expect(try await store.read { try $0.key(of: draft.id) } == nil)
    }

    @Sendable private static func earlierDemands(_ store: any Store) async throws {
        func demand(_ id: String, _ rank: UInt64, _ state: RequestState, _ days: Int) -> AdviceRequest {
            .sample(state, id: Identifier(id), rank: rank, sentAt: .sample + .hours(24 * days))
        }
        let now = demand("now", 1, .submitted, 10)
        let all = [
            now, demand("old", 2, .closed, 1), demand("older", 3, .answered, 0), demand("later", 4, .submitted, 20),
            demand("draft", 5, .draft, 2),
        ]
        try await store.put(all)
        func found(by person: Person, limit: Int = 5) async throws -> [String] {
            try await store.read {
                try $0.requests(about: Patient.sample.id, before: now, visibleTo: person.id, limit: limit)
            }.map(\.id.rawValue)
        }
        #expect(try await found(by: .asker) == ["old", "older"])
        #expect(try await found(by: .asker, limit: 1) == ["old"])
        #expect(try await found(by: .neighbour) == [])
    }
}
