import EssaimDomain
import EssaimWorkflow

/// The services behind the gate. Endpoints never hold it: they hold grants.
public struct House: Sendable {
    let store: any Store
    let clock: any WallClock
    let requests: RequestDesk
    let accounts: AccountDesk
    /// Lets programs in.
    let software: SoftwareDesk
    let files: AttachmentDesk
    let dossiers: any DossierRoom
    let forms: FormLibrary
    let live: LiveBoard
    /// Where an alarm is told.
    let bulletin: any Bulletin
    /// Where people are told, and of what.
    let contacts: ContactDesk
    /// What administrators do to their structures.
    let structures: StructureDesk
    /// Who is on duty, and what is done to that.
    let rotas: RotaDesk
    let rotaWatch: RotaWatch
    let shelf: RotaShelf
    /// What becomes of the demands of who is away.
    let leaving: any HolderLeaving
    let tokens: any Tokens
    /// The server's name to the world.
    let origin: String
    /// What requesters do at a line beside asking it.
    let lines: LineDesk
    /// Where communes are.
    let territory: any TerritoryRoom
    /// Holds other journals' heads.
    let witness: JournalWitness
    /// What teams do to their forms.
    let protocols: ProtocolDesk
    /// What is changed of a network on its pages.
    let networks: NetworkDesk
    /// What administrators do to a network's people.
    let members: MemberDesk
    let tables: any InvitationTables
    /// Who vouches for people beside ourselves.
    let providers: any IdentityProviders
    public let isLoopback: Bool
    /// This server makes backups by itself: a late one is no health.
    let expectsBackups: Bool
    /// Whom a demonstration proposes first, in order.
    let proposed: [ProposedPersona]
    let recorder = HistoryRecorder()

    public init(
        store: any Store, clock: any WallClock, requests: RequestDesk, accounts: AccountDesk,
        software: SoftwareDesk, files: AttachmentDesk,
        dossiers: any DossierRoom,
        forms: FormLibrary, live: LiveBoard, bulletin: any Bulletin, contacts: ContactDesk,
        witness: JournalWitness, tokens: any Tokens, shelf: RotaShelf, leaving: any HolderLeaving = ReturningHolder(),
        territory: any TerritoryRoom, tables: any InvitationTables, sheets: any NetworkSheetRoom,
        providers: any IdentityProviders,
        origin: String, isLoopback: Bool,
        expectsBackups: Bool = false,
        proposed: [ProposedPersona] = []
    ) {
        self.store = store
        self.clock = clock
        self.requests = requests
        self.accounts = accounts
        self.software = software
        self.files = files
        self.dossiers = dossiers
        self.forms = forms
        self.live = live
        self.bulletin = bulletin
        self.contacts = contacts
        structures = StructureDesk(store: store, clock: clock, bulletin: bulletin)
        rotas = RotaDesk(store: store, clock: clock, shelf: shelf, bulletin: bulletin, channels: contacts.channels)
        rotaWatch = RotaWatch(store: store, clock: clock, shelf: shelf, channels: contacts.channels)
        self.shelf = shelf
        self.leaving = leaving
        self.tokens = tokens
        self.origin = origin
        lines = LineDesk(store: store, clock: clock, bulletin: bulletin, channels: contacts.channels)
        self.witness = witness
        self.territory = territory
        protocols = ProtocolDesk(store: store, clock: clock, forms: forms)
        networks = NetworkDesk(store: store, clock: clock, sheets: sheets, forms: forms)
        members = MemberDesk(
            store: store, clock: clock, bulletin: bulletin, leaving: leaving, channels: contacts.channels)
        self.tables = tables
        self.providers = providers
        self.isLoopback = isLoopback
        self.expectsBackups = expectsBackups
        self.proposed = proposed
    }

    /// Who a session cookie stands for. A place that opens or closes by its days did so before anything is decided: when that
    /// cannot be written, nothing is answered.
    public func visitor(token: String?) async throws -> Visitor {
        guard let token, var found = try await accounts.visitor(token) else { return .anonymous }
        if let turnsAt = found.caller.turnsAt, turnsAt <= clock.now() {
            try await structures.turn(of: found.caller.person.id)
            guard let now = try await accounts.visitor(token) else { return .anonymous }
            found = now
        }
        return .signedIn(found.caller, found.session)
    }

    /// Which program a token stands for.
    public func program(bearing token: String) async throws -> SoftwareDesk.CallAnswer {
        try await software.caller(token)
    }

    /// A known caller was refused: the history says so. What strangers try goes to the technical log only.
    func recordRefusal(of visitor: Visitor, policy: String, _ input: Input) async throws {
        let (now, detail) = (clock.now(), ["policy": policy, "asked": String(input.parameter("id").prefix(64))])
        let entry: HistoryEntry
        switch visitor {
        case .anonymous: return
        case .signedIn(let caller, _):
            entry = recorder.entry(
                "access", outcome: "refused", at: now, by: caller.person, from: input.client, detail: detail)
        case .software(let caller):
            entry = recorder.entry(
                "access", outcome: "refused", at: now, of: caller.account, from: input.client, detail: detail)
        }
        try await store.write { try $0.append(entry) }
    }

    /// Whether pages bear the demonstration's banner and its door: on this machine only, in a folder of fictional people.
    public func isDemonstration() async throws -> Bool {
        guard isLoopback else { return false }
        return try await store.read { try $0.isDemonstration() }
    }

    public func now() -> Instant { clock.now() }
}

/// A persona worth trying first, with what one finds in their place.
public struct ProposedPersona: Sendable {
    public let login: String
    public let role: String
    public let note: String

    public init(login: String, role: String, note: String) {
        self.login = login
        self.role = role
        self.note = note
    }
}
