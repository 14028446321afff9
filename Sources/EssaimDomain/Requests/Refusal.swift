/// Why a command is refused. A closed set: pages and the API each translate it once.
public enum Refusal: Error, Sendable, Equatable {
    /// No relation to the demand, or none that allows this: the same answer as for a demand that does not exist.
    case notFound
    /// The relation would allow it in another state: someone was quicker, or it is over.
    case notNow(RequestState)
    /// The demand changed since it was read.
    case stale(current: Int)
    /// Something is missing or wrong, field by field.
    case faults([FieldFault])
    /// An answer of the form calls for the 15, not for an opinion.
    case redFlags([RedFlag])
    /// Urgent, and the line opens after the promise would be due.
    case lineOpensTooLate(opensAt: Instant?)
    /// The line is paused or not open yet, or does not admit this profession.
    case lineClosed
    /// Nobody answers this line in this zone.
    case noPool
    /// The same key was used for something else.
    case keyReused
}

/// What is wrong with one field, in words for who typed it.
public struct FieldFault: Sendable, Equatable {
    /// The field's name in the form: `patient.birthDate`, `question`, `form.site`.
    public let field: String
    public let message: String

    public init(field: String, message: String) {
        self.field = field
        self.message = message
    }
}
