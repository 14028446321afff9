/// How often one may knock at a door: by what a call costs, or by what guessing would gain.
public enum Pace: String, Sendable, CaseIterable {
    /// What says nothing of anybody and costs next to nothing: never slowed down.
    case free
    case ordinary
    /// Steps of a sign-in: each hashes, or writes a row for a stranger.
    case door
    case search
    /// Whole files and tables.
    case export
    /// Drafts and uploads: each leaves something on the disk.
    case beginning

    /// How many calls at once, and how many more a minute: of one person, or of one address when nobody is signed in. An
    /// address may stand for a hospital: two hundred people who come at eight in the morning are let in.
    public var limit: (burst: Int, perMinute: Double) {
        switch self {
        case .free: (.max, .infinity)
        case .ordinary: (1200, 600)
        case .door: (900, 120)
        case .search: (120, 60)
        case .export: (60, 20)
        // A thousand, and a thousand a day.
        case .beginning: (1000, 1000 / 1440)
        }
    }
}
