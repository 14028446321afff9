/// One thing to be told of a demand, and to whom.
public struct Telling: Sendable, Equatable {
    public enum Audience: Sendable, Hashable {
        case person(Identifier<Person>)
        /// Every active expert.
        case pool(Identifier<Pool>)
        /// Those of it who validate a junior's answer.
        case seniors(Identifier<Pool>)
        /// Every active member.
        case structure(Identifier<Structure>)
        /// Whoever holds that role there.
        case network(Identifier<Network>, NetworkRole)
    }

    public let event: TellingEvent
    public let audience: Set<Audience>
    /// Goes at once, at any hour.
    public let isPressing: Bool

    public init(_ event: TellingEvent, to audience: Set<Audience>, isPressing: Bool) {
        self.event = event
        self.audience = audience
        self.isPressing = isPressing
    }

    /// A patient to be seen within so many days is told at any hour.
    public static let pressingDays = 3

    /// What an accepted action leaves to be told. Who did it is told nothing: that is the caller's to leave out.
    /// - Parameters:
    ///   - before: the demand as it was.
    ///   - today: where the demand is.
    public static func after(
        _ action: Action, from before: AdviceRequest, to request: AdviceRequest, on today: CivilDate
    ) -> Self? {
        let isUrgent = request.content.urgency == .urgent
        let asking: Set<Audience> = [.person(request.requester), .person(request.author)]
        let holding: Set<Audience> = request.holder.map { [.person($0)] } ?? []
        switch action {
        case .take: return Telling(.taken, to: asking, isPressing: isUrgent)
        case .askInformation, .askBack: return Telling(.informationAsked, to: asking, isPressing: isUrgent)
        case .answer, .validate:
            guard let day = request.lastAnswer?.content.seeBefore else {
                return Telling(.answered, to: asking, isPressing: isUrgent)
            }
            return Telling(
                .patientToBeSeen, to: asking, isPressing: isUrgent || day.days(since: today) <= pressingDays)
        case .amend, .erratum: return Telling(.corrected, to: asking, isPressing: isUrgent)
        case .decline, .redirect: return Telling(.declined, to: asking, isPressing: isUrgent)
        case .giveInformation:
            let triaging = NetworkRole.triaging.map { Audience.network(request.network, $0) }
            return Telling(
                .informationGiven, to: request.awaitsTriage ? Set(triaging) : holding, isPressing: isUrgent)
        case .followUp: return Telling(.followUpAsked, to: holding, isPressing: isUrgent)
        case .correctIdentity: return Telling(.identityCorrected, to: holding, isPressing: isUrgent)
        case .withdrawAttachment: return Telling(.fileWithdrawn, to: holding, isPressing: isUrgent)
        case .assign, .reassign:
            return proposed(request)
        // What the engine does is told by its own steps.
        case .submit, .release, .reorient, .passOn:
            return isUrgent && request.state == .submitted ? newUrgent(request) : nil
        case .changeUrgency, .raiseUrgency:
            return isUrgent && before.content.urgency != .urgent ? newUrgent(request) : nil
        case .acceptOrientation, .refuseOrientation:
            if before.state == .answered { return Telling(.visitNews, to: asking.union(holding), isPressing: false) }
            return Telling(request.state == .declined ? .declined : .answered, to: asking, isPressing: isUrgent)
        // No news of an appointment is worth a night.
        case .bookVisit, .recordSeen, .recordMissed, .recordUnreachable, .endVisit:
            return Telling(.visitNews, to: asking, isPressing: false)
        case .edit, .attach, .detach, .discard, .add, .cancel, .read, .recordPatientTold, .close, .addFact, .copy,
            .setAside, .draftAnswer, .submitForValidation, .openLinked, .proposeAppointment, .proposeCall,
            .claimTriage, .leaveTriage, .group, .ungroup, .remind, .widen, .handOver, .escalate, .archiveUnclosed:
            return nil
        }
    }

    /// Whom it is proposed to by name.
    public static func proposed(_ request: AdviceRequest) -> Self {
        let named = request.assignments.filter { $0.state == .proposed }.map { Audience.person($0.expert) }
        return Telling(.proposed, to: Set(named), isPressing: request.content.urgency == .urgent)
    }

    /// Someone else wrote a draft in this person's name, or sent a demand in it.
    public static func naming(_ action: Action, from before: AdviceRequest, to request: AdviceRequest) -> Self? {
        let isNew = action == .edit && request.requester != before.requester && request.requester != request.author
        let isSent = action == .submit && request.content.inNameOf == request.requester
        return isNew || isSent ? Telling(.inYourName, to: [.person(request.requester)], isPressing: false) : nil
    }

    private static func newUrgent(_ request: AdviceRequest) -> Self {
        Telling(.newUrgent, to: Set(request.pools.map(Audience.pool)), isPressing: true)
    }
}
