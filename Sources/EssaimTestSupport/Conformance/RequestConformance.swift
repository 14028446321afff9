import EssaimDomain
import EssaimWorkflow
import Testing

extension StoreConformance {
    static let requests: [StoreConformance] = [
        StoreConformance("a demand in every state comes back as it was", aDemandInEveryStateComesBack),
        StoreConformance("every part of a demand comes back as it was", everyPartOfADemandComesBack),
        StoreConformance(
            "the thread comes back in order, each entry with its author or the engine", theThreadComesBackInOrderEach),
        StoreConformance(
            "attachments come back, the withdrawn ones with their date", attachmentsComeBackTheWithdrawnOnes),
        StoreConformance("reports are kept as issued, acts as recorded", reportsAreKeptAsIssuedActs),
        StoreConformance(
            "a patient comes back with every trait, known only in their structure", aPatientComesBackWithEveryTrait),
    ]

    @Sendable private static func aDemandInEveryStateComesBack(_ store: any Store) async throws {
        for (rank, state) in RequestState.allCases.enumerated() {
            let request = AdviceRequest.sample(state, id: Identifier("r-\(state)"), rank: UInt64(rank))
            try await store.put([request])
            #expect(try await store.stored(request.id) == request)
        }
    }

    @Sendable private static func everyPartOfADemandComesBack(_ store: any Store) async throws {
        let full = AdviceRequest.full
        try await store.put([full])
        let stored = try #require(try await store.stored(full.id))
        #expect(stored.content == full.content && stored.clock == full.clock && stored.loop == full.loop)
        #expect(stored.assignments == full.assignments && stored.answers == full.answers)
        #expect(stored.setAsideBy == full.setAsideBy && stored == full)
    }

    @Sendable private static func theThreadComesBackInOrderEach(_ store: any Store) async throws {
        let request = AdviceRequest.sample(.submitted)
        let entries = (0..<20).map { number in
            ThreadEntry(
                id: Identifier("entry-\(number)"), at: .sample + .minutes(number / 2),
                author: number % 3 == 0 ? nil : Person.asker.id, action: Action.allCases[number % 40],
                text: "Ligne \(number)")
        }
        try await store.put([request])
        try await store.write { tx in for entry in entries { try tx.append(entry, to: request.id) } }
        let thread = try await store.read { try $0.thread(of: request.id) }
        #expect(thread == entries.sorted { ($0.at.milliseconds, $0.id) < ($1.at.milliseconds, $1.id) })
    }

    @Sendable private static func attachmentsComeBackTheWithdrawnOnes(_ store: any Store) async throws {
        let request = AdviceRequest.sample(.submitted)
        let kept = Attachment.sample("photo-a", of: request.id)
        let other = Attachment.sample("photo-b", slot: "wide", of: request.id)
        try await store.put([request])
        try await store.write { tx throws in
            try tx.insert(kept)
            try tx.insert(other)
            try tx.withdrawAttachment(other.id, at: .sample + .hours(1))
        }
        var withdrawn = other
        withdrawn.withdrawnAt = .sample + .hours(1)
        let (attachments, names) = try await store.read { reader throws in
            (try reader.attachments(of: request.id), try reader.storedNames(among: ["photo-b", "photo-c"]))
        }
        #expect(attachments == [kept, withdrawn] && names == ["photo-b"], "a withdrawn file is not an orphan")
        try await store.write { try $0.removeAttachment(kept.id) }
        #expect(try await store.read { try $0.attachments(of: request.id) } == [withdrawn])
    }

    @Sendable private static func reportsAreKeptAsIssuedActs(_ store: any Store) async throws {
        let request = AdviceRequest.sample(.answered)
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let report = IssuedReport(request: request.id, version: 1, issuedAt: .sample, bytes: bytes)
        let act = RecordedAct(
            id: "act", request: request.id, code: "TE2", professional: Person.senior.id, amountCents: 2300,
            performedAt: .sample, note: "")
        let nothing = RecordedAct(
            id: "none", request: request.id, code: nil, professional: Person.asker.id, amountCents: 0,
            performedAt: .sample, note: "Pas d’acte.")
        try await store.put([request])
        try await store.write { tx throws in
            try tx.keep(report)
            try tx.keep(IssuedReport(request: request.id, version: 1, issuedAt: .sample + .hours(1), bytes: [0]))
            try tx.insert(act)
            try tx.insert(nothing)
        }
        try await store.read { reader throws in
            #expect(try reader.report(of: request.id, version: 1) == report, "the first stays")
            #expect(try reader.report(of: request.id, version: 2) == nil)
            #expect(try reader.reports(of: request.id).map(\.version) == [1])
            #expect(try reader.acts(of: request.id) == [act, nothing])
        }
    }

    @Sendable private static func aPatientComesBackWithEveryTrait(_ store: any Store) async throws {
        let patient = Patient.full
        try await store.write { try $0.insert(patient) }
        try await store.read { reader throws in
            #expect(try reader.patient(patient.id) == patient)
            #expect(try reader.patient(bearing: patient.traits, in: patient.structure) == patient.id)
            #expect(try reader.patient(bearing: patient.traits, in: Structure.otherPractice.id) == nil)
            var shouted = patient.traits
            shouted.birthFamilyName = shouted.birthFamilyName.uppercased()
            #expect(try reader.patient(bearing: shouted, in: patient.structure) == patient.id)
            shouted.birthDate = shouted.birthDate.adding(days: 1)
            #expect(try reader.patient(bearing: shouted, in: patient.structure) == nil)
        }
    }
}

extension AdviceRequest {
    /// A demand with something in every part.
    static var full: AdviceRequest {
        let sample = AdviceRequest.sample(.taken)
        var content = RequestContent.sample
        content.treatingDoctor = .named("Dr Corre")
        content.residence = "22300 Lannion"
        content.urgency = .urgent
        content.wish = .takeOver
        content.photographsImpossible = "Refus."
        content.consentGiver = .legalRepresentative
        content.consentMeans = .inWriting
        let draft = AnswerContent(
            text: "Brouillon", orientation: .dayHospital, limits: "Floue", seeBefore: CivilDate(dayNumber: 20_800))
        // In this order, whatever their ids: the last one that is current leads.
        let assignments = [
            Assignment(id: "z", expert: Person.second.id, state: .released, since: .sample, draft: draft),
            Assignment(id: "m", expert: Person.senior.id, role: .invited, state: .taken, since: .sample + .hours(1)),
            Assignment(
                id: "a", expert: Person.junior.id, isJunior: true, state: .awaitingValidation,
                since: .sample + .hours(2),
                draft: draft),
        ]
        let answers = [
            Answer(version: 1, content: .sample, expert: Person.senior.id, sentAt: .sample),
            Answer(
                version: 2, content: draft, expert: Person.junior.id, validatedBy: Person.senior.id, sentAt: .sample,
                reason: "Relecture"),
        ]
        let clock = AnswerClock(
            startedAt: .sample, dueAt: .sample + .days(3), counting: .opening,
            pauses: [.init(from: .sample, to: .sample + .hours(1)), .init(from: .sample + .hours(2))])
        let loop = Loop(
            readAt: .sample, patientToldAt: .sample, followUpAskedAt: .sample, advice: .partly, remark: "Revu",
            closedAt: .sample)
        return AdviceRequest(
            id: "full", number: sample.number, kind: .orientation, network: sample.network, structure: sample.structure,
            version: 12, state: .taken, requester: Person.colleague.id, author: Person.delegate.id, route: .tumours,
            patient: sample.patient, content: content,
            consent: Consent(giver: .guardian, means: .inWriting, collectedBy: Person.asker.id, at: .sample),
            createdAt: .sample - .hours(1), submittedAt: .sample - .minutes(9), clock: clock,
            takenAt: .sample + .minutes(1),
            answeredAt: .sample + .hours(9),
            assignments: assignments, answers: answers, setAsideBy: [Person.second.id, Person.southern.id],
            isUnread: true,
            loop: loop)
    }
}

extension Patient {
    /// A patient with every trait, and an identity of tests.
    static var full: Patient {
        let traits = PatientTraits(
            birthFamilyName: "D’Essai-Imaginé", firstGivenName: "Zoë", givenNames: ["Zoë", "Anne", "Marie"],
            usedFamilyName: "Fictive", birthDate: CivilDate(dayNumber: -9000), sex: .unknown,
            birthPlace: INSEECommune(sample: "2B033"), birthRank: 2)
        let ins = NIR(rawValue: "269054958815780").map {
            INS(matricule: $0, authority: .demonstration, status: .qualified)
        }
        return Patient(id: "full-patient", structure: Structure.practice.id, traits: traits, ins: ins)
    }
}
