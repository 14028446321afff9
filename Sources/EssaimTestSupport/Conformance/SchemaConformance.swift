import EssaimDomain
import EssaimWorkflow
import Testing

extension StoreConformance {
    /// What the schema refuses by itself, whatever the rules let through.
    static let schema: [StoreConformance] = [
        StoreConformance("what is unique is refused a second time, as a duplicate", whatIsUniqueIsRefusedASecond),
        StoreConformance("what points nowhere is refused", whatPointsNowhereIsRefused),
        StoreConformance(
            "a demand that was sent has a patient and a clock, says the schema too", aDemandThatWasSentHas),
    ]

    @Sendable private static func whatIsUniqueIsRefusedASecond(_ store: any Store) async throws {
        try await store.put([.sample(.draft, id: "one", rank: 1)])
        let twice: [(String, @Sendable (any StoreWriter) throws -> Void)] = [
            ("the id of a demand", { try $0.insert(AdviceRequest.sample(.draft, id: "one", rank: 2)) }),
            ("the number of a demand", { try $0.insert(AdviceRequest.sample(.draft, id: "two", rank: 1)) }),
            ("a person", { try $0.insert(Person.asker) }),
            (
                "a professional's number",
                { try $0.insert(Person.sample("copy", "A", "B", .doctor, rpps: Person.asker.rpps?.rawValue)) }
            ),
            ("a login", { try $0.insert(Account(person: Person.asker.id, login: "senior", passwordHash: nil)) }),
            (
                "a patient's traits in a structure",
                { tx throws in
                    let traits = Patient.sample.traits
                    try tx.insert(Patient(id: "again", structure: Structure.practice.id, traits: traits))
                }
            ),
            (
                "a stored name",
                { tx throws in
                    try tx.insert(Attachment.sample("photo", of: "one"))
                    let copy = Attachment(
                        id: "copy", request: "one", slot: "wide", name: "b",
                        file: KeptFile(storedAs: "photo", mediaType: "image/png", byteCount: 1, width: 1, height: 1),
                        addedBy: Person.asker.id, addedAt: .sample)
                    try tx.insert(copy)
                }
            ),
        ]
        for (what, work) in twice { #expect(await store.fault(of: work)?.isDuplicate == true, "\(what)") }
        #expect(try await store.write { try $0.isTaken(.sample(1)) && !$0.isTaken(.sample(2)) })
    }

    @Sendable private static func whatPointsNowhereIsRefused(_ store: any Store) async throws {
        try await store.put([.sample(.draft, id: "one")])
        let dangling: [(String, @Sendable (any StoreWriter) throws -> Void)] = [
            (
                "a structure",
                { try $0.insert(AdviceRequest.sample(.draft, id: "x", rank: 9, structure: "nowhere")) }
            ),
            ("a patient", { try $0.insert(AdviceRequest.sample(.submitted, id: "x", rank: 9, patient: "nobody")) }),
            (
                "a pool",
                {
                    try $0.insert(
                        AdviceRequest.sample(
                            .draft, id: "x", rank: 9,
                            route: Route(offer: "dermatology", zone: "north", pool: "none")))
                }
            ),
            ("an expert", { try $0.insert(AdviceRequest.sample(.taken, id: "x", rank: 9, holder: "nobody")) }),
            ("a thread", { try $0.append(ThreadEntry.sample, to: "absent") }),
            ("an attachment", { try $0.insert(Attachment.sample(of: "absent")) }),
            ("a job", { try $0.enqueue(.sample("j", of: "absent")) }),
            (
                "a session",
                { tx throws in
                    try tx.insert(
                        Session(tokenHash: [1], person: "nobody", csrf: "", createdAt: .sample, lastSeenAt: .sample)
                    )
                }
            ),
            ("a member", { try $0.join("nobody", pool: Pool.north.id, as: .senior, status: .active) }),
            ("a pool of members", { try $0.join(Person.senior.id, pool: "none", as: .senior, status: .active) }),
        ]
        for (what, work) in dangling { #expect(await store.fault(of: work)?.isFailed == true, "\(what)") }
        #expect(try await store.stored("x") == nil)
    }

    @Sendable private static func aDemandThatWasSentHas(_ store: any Store) async throws {
        let fault = await store.fault {
            try $0.insert(AdviceRequest.sample(.submitted, id: "x", rank: 9, patient: nil))
        }
        #expect(fault?.isFailed == true)
        let entry = HistoryEntry.sample("h", of: nil, outcome: "perhaps")
        #expect(await store.fault { try $0.append(entry) }?.isFailed == true, "an outcome is done or refused")
    }

    /// Whatever people type comes back as they typed it, or is refused with a reason; never shortened in silence.
    static let texts: [StoreConformance] = [
        StoreConformance("hostile text comes back byte for byte, or is refused", hostileTextComesBackByteForByte),
        StoreConformance(
            "hostile text in a demand's content comes back byte for byte, or is refused",
            hostileTextInADemandsContentComes),
        StoreConformance("hostile keys are different keys", hostileKeysAreDifferentKeys),
    ]

    @Sendable private static func hostileTextComesBackByteForByte(_ store: any Store) async throws {
        try await store.put([.sample(.submitted)])
        for (number, text) in hostile.enumerated() {
            let entry = ThreadEntry(
                id: Identifier("e-\(number)"), at: .sample, author: Person.asker.id, action: .add, text: text)
            let fault = await store.fault { try $0.append(entry, to: "request") }
            let kept = try await store.read { try $0.thread(of: "request").first { $0.id == entry.id } }
            let isWhole = kept.map { Array($0.text.utf8) == Array(text.utf8) } ?? (fault != nil)
            #expect(isWhole, "text \(number): \(text.prefix(40).debugDescription)")
        }
    }

    @Sendable private static func hostileTextInADemandsContentComes(_ store: any Store) async throws {
        for (number, text) in hostile.enumerated() {
            let id = Identifier<AdviceRequest>("r-\(number)")
            let content = RequestContent(
                patient: TypedPatient(birthFamilyName: text, birthDate: text), question: text, context: text,
                form: [text + "x": [text]], photographsImpossible: text)
            let base = AdviceRequest.sample(.draft, id: id, rank: UInt64(2000 + number))
            let draft = try base.decided(.edit(content), .only(.asker))
            let fault = await store.fault { try $0.insert(draft) }
            let kept = try await store.stored(id)
            #expect(kept == draft || (kept == nil && fault != nil), "text \(number)")
            guard let kept else { continue }
            #expect(Array(kept.content.question.utf8) == Array(text.utf8), "text \(number)")
            _ = try await store.read { try $0.rows(.drafts, of: Person.asker.id, after: nil, limit: 100) }
        }
    }

    @Sendable private static func hostileKeysAreDifferentKeys(_ store: any Store) async throws {
        let keys = ["k", "k\u{0}", "k\u{0}a", "K", "k ", "k'", "é", "e\u{301}"]
        for (number, key) in keys.enumerated() {
            _ = await store.fault { tx throws in
                try tx.remember(key, by: Person.asker.id, fingerprint: "\(number)", result: "", at: .sample)
            }
        }
        for (number, key) in keys.enumerated() {
            let found = try? await store.write { try $0.outcome(of: key, by: Person.asker.id)?.fingerprint }
            let kept = found ?? nil
            #expect(kept == nil || kept == "\(number)", "key \(number)")
        }
    }

    private static let hostile: [String] = [
        "", " ", "\u{0}", "before\u{0}after", "'; DROP TABLE requests; --", "\"quoted\" 'twice' \\ / %_",
        "👩🏽‍⚕️🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "e\u{301}\u{302}\u{303}",
        "é", "\u{FEFF}BOM", "\u{202E}renversé", "\r\n\t\u{2028}\u{2029}", "<script>alert(1)</script>",
        "\u{FFFD}\u{10FFFF}", "?1 ? :a $b @c",
        String(repeating: "m", count: 1_000_000), String(repeating: "🩺", count: 250_000),
    ]
}
