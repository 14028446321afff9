extension Telling {
    /// What is due after an answer, and to whom. Nil for what Essaim does by itself.
    public static func due(_ followUp: FollowUp, of request: AdviceRequest) -> Self? {
        guard let event = followUp.reason.event else { return nil }
        var audience: Set<Audience> = []
        for one in followUp.audience {
            switch one {
            case .requester: audience.formUnion([.person(request.requester), .person(request.author)])
            case .colleagues: audience.insert(.structure(request.structure))
            case .coordinator: audience.insert(.network(request.network, .coordinator))
            case .secretary: audience.insert(.network(request.network, .secretary))
            case .expert: audience.formUnion(request.holder.map { [.person($0)] } ?? [])
            case .engine: continue
            }
        }
        // No office books at night: an appointment waits for the digest, however near its day.
        return Telling(event, to: audience, isPressing: followUp.isPressing && !event.isOfVisit)
    }
}

extension FollowUp {
    /// Nobody is told first of what has been due for longer: a server that was away tells of what still matters.
    public static let forgottenAfter = Duration.days(7)
}

extension FollowUp.Reason {
    public var event: TellingEvent? {
        switch self {
        // Kept by the guarantee (`Owed.reading`).
        case .unread: nil
        case .unbooked: .unbooked
        case .unseen: .unseen
        case .unclosed: nil
        }
    }
}

extension AdviceRequest {
    /// When a watch is to look at it for that reason, with the days of UTC: what is stored and found by an index. Whether it
    /// is due is then asked of `followUps`, with the network's own days.
    public func watchedAt(_ reason: FollowUp.Reason) -> Instant? {
        followUps(in: .fixed(seconds: 0)).first { $0.reason == reason }?.dueAt
    }
}
