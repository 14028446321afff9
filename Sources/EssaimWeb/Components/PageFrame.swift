/// What surrounds every page: where one is, who one is, and the time.
public struct PageFrame: Sendable {
    public struct Link: Sendable {
        public var title: String
        public var path: SitePath
        public var isCurrent: Bool

        public init(title: String, path: SitePath, isCurrent: Bool = false) {
            self.title = title
            self.path = path
            self.isCurrent = isCurrent
        }
    }

    /// Who is signed in, and how to leave.
    public struct Account: Sendable {
        public var name: String
        /// « Médecin généraliste », « Dermatologue, Brest-Lannion ».
        public var role: String
        /// What is seldom wanted: in the menu of the account.
        public var links: [Link]
        /// For the log-out form.
        public var seal: FormSeal

        public init(name: String, role: String, links: [Link] = [], seal: FormSeal) {
            self.name = name
            self.role = role
            self.links = links
            self.seal = seal
        }
    }

    public var clock: PageClock
    /// The network's name, or nil before one is signed in.
    public var network: String?
    public var navigation: [Link]
    public var account: Account?
    /// The whole server runs on fictional people: said on every page.
    public var isDemonstration: Bool
    public var notice: Notice?

    public init(
        clock: PageClock, network: String? = nil, navigation: [Link] = [], account: Account? = nil,
        isDemonstration: Bool = false, notice: Notice? = nil
    ) {
        self.clock = clock
        self.network = network
        self.navigation = navigation
        self.account = account
        self.isDemonstration = isDemonstration
        self.notice = notice
    }
}
