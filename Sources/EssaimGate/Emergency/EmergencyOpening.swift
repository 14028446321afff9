import EssaimDomain
import EssaimWorkflow

/// Why a demand is not opened in an emergency.
public enum EmergencyRefusal: Error, Sendable, Equatable {
    /// No sent demand of one's networks bears that number.
    case unknownNumber
    /// Too short to be a reason, or too long.
    case reason
    /// As often as it may be in a day.
    case tooOften
}

extension Grant where P == MayBreakGlass {
    /// What surrounds the page where one is asked for.
    public func surroundings() async throws -> Surroundings {
        let (network, isLoopback) = (fact.caller.emergencyNetworks.min(), house.isLoopback)
        return try await house.store.read { try Surroundings($0, of: network, isLoopback: isLoopback) }
    }

    /// Opens a demand to read for an hour. In one transaction: the access, its entry, the alarm; then the circle is told.
    public func openInEmergency(
        _ number: String, reason: String, _ input: Input
    ) async throws -> Result<Identifier<AdviceRequest>, EmergencyRefusal> {
        let reason = reason.trimmed
        guard (EmergencyAccess.shortestReason...EmergencyAccess.longestReason).contains(reason.count) else {
            return .failure(.reason)
        }
        let opening = EmergencyOpening(
            caller: fact.caller, number: RequestNumber.parse(number), reason: reason, place: input.client, now: now,
            recorder: house.recorder)
        let result = try await house.store.write { try opening.perform($0) }
        guard case .success(let request) = result else { return result.map(\.id) }
        house.bulletin.post(.alarm(request.network))
        house.bulletin.post(.request(ChangedRequest(request)))
        return .success(request.id)
    }
}

private struct EmergencyOpening: Sendable {
    let caller: Caller
    let number: RequestNumber?
    let reason: String
    let place: String
    let now: Instant
    let recorder: HistoryRecorder

    func perform(_ tx: any StoreWriter) throws -> Result<AdviceRequest, EmergencyRefusal> {
        let person = caller.person
        // A number typed at random is counted as one that opened.
        let bucket = "emergency \(person.id.rawValue)"
        if let attempts = try tx.attempts(bucket, at: now), attempts.count >= EmergencyAccess.mostADay {
            try refuse(tx, why: "too often")
            return .failure(.tooOften)
        }
        try tx.countAttempt(bucket, window: .days(1), at: now)
        guard let number, let id = try tx.request(numbered: number, in: caller.emergencyNetworks),
            let request = try tx.requestForJob(id)
        else {
            try refuse(tx, why: "unknown number")
            return .failure(.unknownNumber)
        }
        let access = EmergencyAccess(
            id: .new(at: now), request: id, person: person.id, structure: request.structure, holder: request.holder,
            reason: reason, at: now, endsAt: now + EmergencyAccess.lasts)
        try tx.insert(access)
        try tx.append(
            recorder.entry(
                "access.emergency", at: now, by: person, from: place, request: request, content: reason,
                detail: ["until": String(access.endsAt.milliseconds)]))
        try tx.insert(
            Alarm(
                id: .new(at: now), at: now, kind: .emergency, network: request.network, person: person.id,
                request: id, detail: "Accès d’urgence, pour une heure, en lecture"))
        return .success(request)
    }

    private func refuse(_ tx: any StoreWriter, why: String) throws {
        try tx.append(
            recorder.entry(
                "access.emergency", outcome: "refused", at: now, by: caller.person, from: place, detail: ["why": why]))
    }
}
