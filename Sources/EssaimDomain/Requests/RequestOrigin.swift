/// Through which door a demand came to its requester: who turned to the network. A demand of which nothing was said is direct.
public enum RequestOrigin: String, Sendable, Codable, CaseIterable {
    /// From care: the requester's own patient.
    case direct
    /// The regulation of unscheduled care (*service d’accès aux soins*).
    case unscheduledCare
    case school
    /// *Protection maternelle et infantile*.
    case maternalAndChildHealth
    /// Asks without billing; nothing goes back to an employer's side.
    case occupational
    /// A *communauté professionnelle territoriale de santé* or a *dispositif d’appui à la coordination*.
    case coordination
    case nursingHome
}
