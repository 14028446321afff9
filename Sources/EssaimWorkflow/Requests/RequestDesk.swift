import EssaimDomain

/// The one write path of demands: page and API both come here. In one transaction: visible read → pure decision → save
/// with version → history entry → jobs. What leaves the house leaves later, from a job.
public struct RequestDesk: Sendable {
    let store: any Store
    let clock: any WallClock
    let forms: FormLibrary
    let billing: BillingRules
    let recorder = HistoryRecorder()
    /// Where a change is told, after its commit.
    let bulletin: any Bulletin
    /// By which people can be told of it: mail, SMS.
    let channels: Set<TellingChannel>
    /// Who is asked, and who next.
    public let routing: RoutingRoom

    public init(
        store: any Store, clock: any WallClock, forms: FormLibrary, billing: BillingRules,
        bulletin: any Bulletin = LocalBulletin(), channels: Set<TellingChannel> = [],
        routing: RoutingRoom = RoutingRoom()
    ) {
        self.store = store
        self.clock = clock
        self.forms = forms
        self.billing = billing
        self.bulletin = bulletin
        self.channels = channels
        self.routing = routing
    }

    /// What a command became.
    public struct Receipt: Sendable, Equatable {
        public let request: Identifier<AdviceRequest>
        public let version: Int
        public let state: RequestState
        /// A demand that the command made: a copy, a linked one.
        public let created: Identifier<AdviceRequest>?
        /// The same key had been used: nothing was done again.
        public let isRepeat: Bool
        /// Whose lists it touches; nil when nothing was done now.
        let changed: ChangedRequest?
    }

    /// - Parameters:
    ///   - version: the version that the caller read; needed unless the action is versionless.
    ///   - key: the form's idempotency key; sent twice, the second is a no-op that returns the first answer.
    ///   - place: the address that asks, as far as it is known.
    public func perform(
        _ command: Command, on id: Identifier<AdviceRequest>, at version: Int?, key: String,
        by caller: Identifier<Person>, from place: String = ""
    ) async throws -> Result<Receipt, Refusal> {
        let now = clock.now()
        let result = try await store.write { tx in
            try Performance(desk: self, tx: tx, now: now, caller: caller, place: place)
                .perform(command, on: id, at: version, key: key)
        }
        if case .success(let receipt) = result { tell(of: command, receipt) }
        return result
    }

    /// Puts up what was done. What was done before was told before.
    func tell(of command: Command, _ receipt: Receipt) {
        guard let changed = receipt.changed else { return }
        if command.leavesJobs { bulletin.post(.jobs) }
        if command.action.movesLists { bulletin.post(.request(changed)) }
    }

    /// What this caller may do to that demand now.
    public static func actions(
        on request: AdviceRequest, for caller: Caller, at now: Instant
    ) -> Set<Action> {
        request.actions(availableTo: Actor(caller, to: request), at: now)
    }
}

extension Actor {
    /// A caller as what they are to this demand.
    public init(_ caller: Caller, to request: AdviceRequest) {
        self.init(
            person: caller.person.id, relations: caller.relations(to: request),
            isJunior: caller.isJunior(to: request))
    }
}

extension Action {
    /// Typing moves nothing in anyone's list.
    var movesLists: Bool { self != .edit && self != .draftAnswer }
}

extension Command {
    var leavesJobs: Bool {
        switch self {
        case .answer, .validate, .amend, .erratum, .correctIdentity, .acceptOrientation: true
        case .attach(let attachment): attachment.quarantinedAt != nil
        default: false
        }
    }
}
