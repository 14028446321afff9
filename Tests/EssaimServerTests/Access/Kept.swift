import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow

@testable import EssaimServer

/// The demands of the matrix. The first ones are the asker's own, one in each state, held by the senior where someone holds
/// it; then one of a colleague, held by another expert; then another structure's; and one that does not exist.
enum Kept: String, CaseIterable {
    case draft, submitted, taken, awaitingInformation, answered, closed
    /// Asked by the colleague, held by the second expert.
    case sameStructure
    /// Asked by the neighbour in the south, where the southern expert answered.
    case otherDraft, other
    case absent

    var id: String { "demand-\(rawValue)" }
    var photo: String { "attachment-\(rawValue)" }
    var number: RequestNumber { .sample(UInt64(Self.allCases.firstIndex(of: self) ?? 0)) }

    var state: RequestState? {
        switch self {
        case .draft, .otherDraft: .draft
        case .submitted: .submitted
        case .taken, .sameStructure: .taken
        case .awaitingInformation: .awaitingInformation
        case .answered, .other: .answered
        case .closed: .closed
        case .absent: nil
        }
    }

    var isOthers: Bool { self == .other || self == .otherDraft }

    /// What stands in these demands and nowhere else.
    static let canaries = [
        "Fictive", "Rozenn", "Cette lésion du dos", "Suivie depuis trois mois", "Kératose", "REPORT-4711",
        "PROBLEM-4711", "Lointaine",
        "Maïwenn", "Cette tache du bras",
    ]

    private static let othersContent = {
        var content = RequestContent.sample
        content.patient = TypedPatient(
            birthFamilyName: "Lointaine", firstGivenName: "Maïwenn", birthDate: "01/04/1960", sex: "female")
        content.question = "Cette tache du bras est-elle à montrer ?"
        content.context = ""
        return content
    }()
    private static let othersPatient = Patient(
        id: "patient-other", structure: Structure.otherPractice.id,
        traits: PatientTraits(
            birthFamilyName: "Lointaine", firstGivenName: "Maïwenn", birthDate: CivilDate(dayNumber: -3562),
            sex: .female)
    )

    private func sample(rank: Int) -> AdviceRequest? {
        guard let state else { return nil }
        let isUnread = state == .answered || state == .closed
        if isOthers {
            return .sample(
                state, id: Identifier(id), rank: UInt64(rank), structure: Structure.otherPractice.id, route: .south,
                holder: Person.southern.id, isUnread: isUnread, patient: Self.othersPatient.id,
                requester: Person.neighbour.id, content: Self.othersContent)
        }
        let isColleagues = self == .sameStructure
        return .sample(
            state, id: Identifier(id), rank: UInt64(rank), holder: isColleagues ? Person.second.id : nil,
            isUnread: isUnread, requester: isColleagues ? Person.colleague.id : Person.asker.id)
    }

    /// Puts them all into the town: each with a photograph and a report; those sent are opened in an emergency, for an hour
    /// from now.
    static func fill(_ town: ServedTown) async throws {
        let now = town.clock.now()
        try await town.server.store.write { tx in
            try tx.insert(othersPatient)
            for alarm in Self.alarms(at: now) { try tx.insert(alarm) }
            try tx.insert(
                ReportedProblem(
                    id: "problem", network: Network.sample.id, request: nil, kind: .technical, words: "PROBLEM-4711",
                    by: Person.remote.id, at: now))
            try tx.lift("alarm-lifted", by: Person.securityReferent.id, at: now)
        }
        for (rank, kept) in allCases.enumerated() {
            guard let demand = kept.sample(rank: rank) else { continue }
            let file = try await town.server.files.keep(SamplePhoto.jpeg, named: "a.jpg", in: demand.id).get()
            let photo = Attachment(
                id: Identifier(kept.photo), request: demand.id, slot: "centered", name: "a.jpg",
                file: file, addedBy: demand.requester, addedAt: now)
            let report = IssuedReport(request: demand.id, version: 1, issuedAt: now, bytes: Array("REPORT-4711".utf8))
            let access = EmergencyAccess(
                id: Identifier("emergency-\(kept.rawValue)"), request: demand.id, person: Person.emergency.id,
                structure: demand.structure, holder: demand.holder, reason: "Le patient est devant moi.", at: now,
                endsAt: now + .hours(1))
            try await town.server.store.write { tx in
                try tx.insert(demand)
                try tx.insert(photo)
                try tx.keep(report)
                if demand.state != .draft { try tx.insert(access) }
            }
        }
        try await town.server.store.write { try bill($0, at: now) }
    }

    /// The asker's own act of an answered demand, the act of the senior's establishment, and a batch of that one.
    private static func bill(_ tx: any StoreWriter, at now: Instant) throws {
        let demand = Identifier<AdviceRequest>(Kept.answered.id)
        try tx.insert(
            RecordedAct(
                id: "act", request: demand, code: "RQD", professional: Person.asker.id, amountCents: 1000,
                performedAt: now, note: ""))
        try tx.insert(
            RecordedAct(
                id: "claim", request: demand, code: "TE2", professional: Person.senior.id, amountCents: 2300,
                performedAt: now, note: "", establishment: Structure.office.id))
        try tx.insert(
            ClaimBatch(
                id: "batch", establishment: Structure.office.id, number: 9_000, period: "2026-10", unit: "",
                madeBy: Person.billingOffice.id, madeAt: now, lineCount: 0, columns: ["ligne"]))
    }

    /// One that is to be lifted, one that was, another network's, and one about the server itself.
    private static func alarms(at now: Instant) -> [Alarm] {
        [("alarm", Network.sample.id), ("alarm-lifted", Network.sample.id), ("alarm-other", Network.other.id)].map {
            Alarm(
                id: Identifier($0.0), at: now, kind: .emergency, network: $0.1, person: Person.emergency.id, detail: "")
        } + [Alarm(id: "alarm-server", at: now, kind: .journal, network: nil, person: nil, detail: "")]
    }

    /// Begins the journal, with the sending and the answer of each demand in it, signed: its head and its first tile are
    /// there for anyone, and each sent demand has a receipt.
    static func beginJournal(_ town: ServedTown) async throws {
        let now = town.clock.now()
        let demands = allCases.enumerated().compactMap { $0.element.sample(rank: $0.offset) }
        try await town.server.store.write { tx in
            try tx.append(HistoryRecorder().entry("town.open", at: now, by: nil))
            for demand in demands where demand.state != .draft {
                for action in demand.answers.isEmpty ? ["request.submit"] : ["request.submit", "request.answer"] {
                    try tx.append(
                        HistoryRecorder().entry(
                            action, at: now, by: nil, request: demand, record: "\(action) \(demand.content.question)"))
                }
            }
        }
        _ = try await town.server.sequencer.numberAll()
        try await town.server.signer.signOnce()
    }
}
