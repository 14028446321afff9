import EssaimFormats

/// What the technical log learns of a development that did not come to its end. Never a name, never a content.
public enum DarkroomIncident: Sendable, Equatable {
    /// The process ended before its work: by a signal, a limit, a refusal to work.
    case interrupted(MediaFault.Interruption)
    /// What came back is not what was agreed: it may have been taken over.
    case nonsense
    /// It does not start: not found, not executable, no more processes.
    case notStarted
}
