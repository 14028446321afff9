/// Where someone stands in a network, a pool or a structure. Only `active` opens anything.
public enum MembershipStatus: String, Sendable, Codable, CaseIterable {
    case invited, active, suspended, ended
}

/// A role in a network that bears on demands of all its structures and pools. Only the first two read demands; the
/// secretary gives appointments and reads what that takes.
public enum NetworkRole: String, Sendable, Codable, CaseIterable {
    case coordinator, regulator
    case secretary, sectorReferent, head, administrator
    /// An establishment's billing office: claims acts, reads nothing clinical.
    case billingOffice
    /// A reader of a health agency: aggregates only.
    case agencyReader
    /// Keeps the journal: who did and saw what, and the alarms; no demand.
    case securityReferent
    /// Invited to ask lines that take demands by invitation; opens nothing else.
    case requester

    /// Those who look at what comes by a regulated door.
    public static let triaging: [NetworkRole] = [.coordinator, .regulator]
}

/// A role in the structure that asks.
public enum StructureRole: String, Sendable, Codable, CaseIterable {
    case member, delegate, administrator
}

/// An expert's grade in a pool: a junior's answer awaits a senior's validation.
public enum PoolGrade: String, Sendable, Codable, CaseIterable {
    case senior, junior
}
