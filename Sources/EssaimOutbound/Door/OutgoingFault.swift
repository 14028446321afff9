/// Why nothing went out, or nothing usable came back. No case carries an address, a password or a body: the texts of
/// `unreachable` are fixed ones, fit for a log.
public enum OutgoingFault: Error, Sendable, Equatable {
    /// An address, a header, a subject or a name that cannot be sent as it is: misspelt, or with a control character.
    case badAddress
    /// Without TLS beyond this machine, or a peer that does not offer TLS where it is required.
    case notSecure
    /// The name leads to an address that its author may not reach (``AddressRule/fromUsers``).
    case refusedAddress
    /// No name, no connection, or one that was cut; why, in English.
    case unreachable(String)
    /// Not over within the time given.
    case timedOut
    /// The answer, or the mail to send, is larger than its limit.
    case tooLarge
    /// The mail server said no; its reply code (RFC 5321 §4.2: 4xx for now, 5xx for good). An HTTP status is an answer.
    case refusedByPeer(Int)
    /// The peer's certificate does not prove who it is.
    case certificate
    /// Too many errands wait already.
    case busy
    /// The caller's task was cancelled; what was under way may have gone out.
    case cancelled
    /// The door is closed; what was under way may have gone out.
    case closed
}
