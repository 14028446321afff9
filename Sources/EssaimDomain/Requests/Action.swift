/// What can be done to a demand, one name each. The transition table says who may do it in which state;
/// the thread and the history are written in these words; a command in a URL is one of them.
public enum Action: String, Sendable, Codable, CaseIterable {
    // The asking structure.
    case edit, attach, detach, discard, submit
    case add, cancel, giveInformation, withdrawAttachment, correctIdentity
    case read, followUp, recordPatientTold, close, addFact, copy
    // The answering side.
    case take, setAside, release, askInformation, draftAnswer, answer, submitForValidation, validate
    case decline, openLinked, proposeAppointment, proposeCall, amend, erratum
    case acceptOrientation, refuseOrientation
    // So that a patient is seen: who answered, and the secretary.
    case bookVisit, recordSeen, recordMissed, recordUnreachable, endVisit
    // Those who watch over the network.
    case assign, reassign, reorient, changeUrgency, raiseUrgency
    // At a regulated door.
    case claimTriage, leaveTriage, passOn, askBack, redirect, group, ungroup
    // The engine that keeps the promise.
    case remind, widen, handOver, escalate, archiveUnclosed

    /// What is done about a patient to be seen: nothing clinical.
    public static let ofVisits: Set<Action> = [.bookVisit, .recordSeen, .recordMissed, .recordUnreachable, .endVisit]

    /// Saves work in progress, adds a piece beside the text, or reminds someone: neither asks for the version nor changes it,
    /// so that a photograph, an automatic save or a reminder never makes a form stale.
    public var isVersionless: Bool {
        switch self {
        case .attach, .detach, .draftAnswer, .remind, .widen, .escalate: true
        default: false
        }
    }
}
