/// What happened to how someone signs in. It is told to them at once by mail, whatever they chose to be told and when
/// (ASVS 5.0, 6.3.5 and 6.3.7).
public enum AccountEvent: String, Sendable, CaseIterable {
    case passwordChanged, passwordByLink, accountOpened, linkMade
    case keyAdded, keyRemoved, applicationAdded, applicationRemoved
    case recoveryRenewed, recoveryUsed, providerBound
    /// Told at the old address.
    case addressAsked
    /// Told at the old address and at the new one.
    case addressChanged
    case addressRemoved, numberChanged, numberRemoved
    case accountClosed, accountReopened
    /// Signed in from a browser or a system that was not seen before; after refused attempts; after months.
    case newDevice, afterRefusals, afterAbsence
    /// The password was right, and the second step wrong until it was over.
    case secondStepFailed
    /// Somebody is awaited: the message makes the link that opens their account.
    case invited
    /// Somebody is awaited who comes by Pro Santé Connect.
    case invitedToProvider

    /// So many refused attempts in a day, before a good one, are told.
    public static let manyRefusals = 3
    /// After so long without a sign-in, one is told.
    public static let absence = Duration.days(90)

    public var isInvitation: Bool { self == .invited || self == .invitedToProvider }
}
