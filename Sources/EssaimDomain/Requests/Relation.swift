/// What a caller is to one demand; decided again inside each transaction (`Caller.relations(to:)`).
public enum Relation: String, Sendable, Codable, CaseIterable {
    /// Requester, delegate or any authorised member of the asking structure.
    case asker
    /// Member of the pool to which the demand is routed, or of one that it reached.
    case poolExpert
    /// The expert who took it; stays so after answering.
    case holder
    /// A junior who took it: drafts an answer that a senior validates.
    case juniorHolder
    /// A senior of the pool, for an answer that awaits validation.
    case validator
    /// Asked by name beside the lead expert.
    case invited
    /// The doctor who regulates the network.
    case regulator
    /// Coordinator or case manager: not clinical.
    case coordinator
    /// Gives appointments to patients whom an answer says to see; reads nothing of the demand.
    case secretary
    /// The line to which an orientation is addressed.
    case receivingLine
    /// Essaim itself, keeping the promise.
    case engine

    /// Those who may be allowed to give a patient an appointment.
    public static let booking: Set<Relation> = [.holder, .juniorHolder, .secretary]
}
