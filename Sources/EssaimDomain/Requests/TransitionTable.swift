/// Who may do what in which state, and where it leads: the life of a demand on one screen.
///
/// This is the only place that says so. Pages and the API offer what `actions(in:for:)` gives; `AdviceRequest.decide`
/// refuses the rest; the test holds the same table written by hand from `docs/architecture.md`.
public enum TransitionTable {
    private static let rows: [(RequestState, Relation, Set<Action>)] = [
        (.draft, .asker, [.edit, .attach, .detach, .discard, .submit]),

        (.submitted, .poolExpert, [.take, .setAside, .reorient]),
        (
            .submitted, .regulator,
            [
                .assign, .reorient, .changeUrgency, .decline, .claimTriage, .leaveTriage, .passOn, .askBack, .redirect,
                .group, .ungroup,
            ]
        ),
        (
            .submitted, .coordinator,
            [
                .assign, .reorient, .raiseUrgency, .claimTriage, .leaveTriage, .passOn, .askBack, .group, .ungroup,
            ]
        ),
        (.submitted, .receivingLine, [.acceptOrientation, .refuseOrientation]),
        (.submitted, .asker, [.add, .attach, .cancel, .withdrawAttachment, .correctIdentity]),
        (.submitted, .engine, [.remind, .widen, .handOver, .escalate]),

        (
            .taken, .holder,
            [
                .askInformation, .draftAnswer, .answer, .release, .reorient, .openLinked, .decline, .proposeAppointment,
                .proposeCall,
            ]
        ),
        (.taken, .juniorHolder, [.askInformation, .draftAnswer, .submitForValidation, .release]),
        (.taken, .validator, [.validate]),
        (.taken, .receivingLine, [.acceptOrientation, .refuseOrientation]),
        (.taken, .regulator, [.reassign]),
        (.taken, .asker, [.add, .attach, .cancel, .withdrawAttachment, .correctIdentity]),
        (.taken, .engine, [.remind, .handOver, .escalate]),

        (.awaitingInformation, .asker, [.giveInformation, .attach, .cancel, .withdrawAttachment, .correctIdentity]),
        (.awaitingInformation, .holder, [.draftAnswer, .answer, .release, .decline]),
        (.awaitingInformation, .juniorHolder, [.draftAnswer, .submitForValidation, .release]),
        (.awaitingInformation, .validator, [.validate]),
        (.awaitingInformation, .regulator, [.passOn, .redirect]),
        (.awaitingInformation, .coordinator, [.passOn]),
        (.awaitingInformation, .engine, [.remind, .escalate]),

        (.answered, .asker, [.read, .followUp, .recordPatientTold, .close, .withdrawAttachment, .correctIdentity]),
        (.answered, .holder, [.amend]),
        (.answered, .receivingLine, [.acceptOrientation, .refuseOrientation]),
        (.answered, .engine, [.remind, .escalate, .archiveUnclosed]),

        (.closed, .asker, [.read, .addFact, .correctIdentity, .withdrawAttachment, .copy]),
        (.closed, .holder, [.erratum]),
        (.declined, .asker, [.read, .addFact, .correctIdentity, .withdrawAttachment, .copy]),
        (.declined, .holder, [.erratum]),
        (.declined, .engine, [.remind, .archiveUnclosed]),
        (.cancelled, .asker, [.read, .addFact, .correctIdentity, .withdrawAttachment, .copy]),
        (.cancelled, .holder, [.erratum]),
    ]

    /// A patient to be seen stays so whatever becomes of the demand.
    private static let visits: [(RequestState, Relation)] =
        [(.submitted, .secretary)]
        + [RequestState.taken, .awaitingInformation, .answered, .closed, .declined, .cancelled].flatMap { state in
            [(state, Relation.holder), (state, .juniorHolder), (state, .secretary)]
        }

    private static let byState: [RequestState: [Relation: Set<Action>]] =
        (rows + visits.map { ($0.0, $0.1, Action.ofVisits) })
        .reduce(into: [:]) { table, row in
            table[row.0, default: [:]][row.1, default: []].formUnion(row.2)
        }

    /// The actions that one of these relations allows in that state.
    public static func actions(in state: RequestState, for relations: Set<Relation>) -> Set<Action> {
        relations.reduce(into: []) { allowed, relation in allowed.formUnion(byState[state]?[relation] ?? []) }
    }

    /// The state to which an allowed action leads. What is not named here changes no state.
    /// - Parameter isHeld: an expert carries the demand; before triage nobody does.
    static func next(after action: Action, from state: RequestState, isHeld: Bool) -> RequestState {
        switch action {
        case .submit, .release, .reorient, .reassign, .handOver, .passOn: .submitted
        case .giveInformation where !isHeld: .submitted
        case .take, .giveInformation, .followUp: .taken
        case .askInformation, .askBack: .awaitingInformation
        case .answer, .validate, .acceptOrientation: .answered
        case .refuseOrientation where state == .answered: .answered
        case .decline, .redirect, .refuseOrientation: .declined
        case .cancel: .cancelled
        case .close: .closed
        case .archiveUnclosed where state == .answered: .closed
        default: state
        }
    }
}
