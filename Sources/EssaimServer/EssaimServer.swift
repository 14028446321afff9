import EssaimDemonstration
import EssaimDomain
import EssaimGate
import EssaimHTTP
import EssaimIdentity
import EssaimOpenID
import EssaimOutbound
import EssaimPostgres
import EssaimSQLite
import EssaimStorage
import EssaimWeb
import EssaimWorkflow
import Foundation
import Hummingbird
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import UnixSignals

/// The composition root: the one place that knows concrete types. Commands and tests build the same house here.
public struct EssaimServer: Sendable {
    public let configuration: ServerConfiguration
    public let store: any Store
    let engine: any StorageEngine
    private let hasher: PasswordHasher
    public let forms: FormLibrary
    public let billing: BillingRules
    public let files: AttachmentDesk
    let rooms: FileRooms
    public let requests: RequestDesk
    public let accounts: AccountDesk
    public let passwords: any Passwords
    public let clock: any WallClock
    public let jobs: JobRunner
    /// What open pages are told.
    let live: LiveBoard
    /// Numbers and signs what the history gathers.
    public let sequencer: JournalSequencer
    public let signer: JournalSigner
    let house: House
    let shelf: RotaShelf
    let territory: any TerritoryRoom & CommuneTable
    let logger: Logger

    /// Opens the data folder, making it when it is not there, and puts the rooms together.
    /// - Parameters: a clock, forms, a darkroom and what becomes of an absent expert's demands, other than the machine's and
    ///   the shipped ones, for tests.
    public init(
        _ configuration: ServerConfiguration, clock: (any WallClock)? = nil, forms: FormLibrary? = nil,
        darkroom: (any Darkroom)? = nil, leaving: any HolderLeaving = ReturningHolder(), logger: Logger
    ) throws {
        let clock = clock ?? SystemClock()
        let folder = configuration.folder
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let store = try Self.open(configuration)
        let forms = try forms ?? EmbeddedData.forms()
        let billing = try EmbeddedData.billing()
        let rooms = try FileRooms(configuration, darkroom: darkroom, logger: logger)
        let name = Identifier<EssaimServer>.new(at: clock.now()).rawValue
        let sequencer = JournalSequencer(store: store, clock: clock, name: name)
        let signer = JournalSigner(store: store, clock: clock, room: JournalFolder(configuration), name: name)
        let seal = SealedReceipts(
            store: store, sequencer: sequencer, signer: signer, origin: configuration.origin.text)
        let shelf = RotaShelf()
        let territory = TerritoryFolder(dataFolder: folder).room(logger: logger)
        let requests = RequestDesk(
            store: store, clock: clock, forms: forms, billing: billing, bulletin: store.bulletin,
            channels: configuration.telling.channels,
            routing: RoutingRoom(communes: territory, shelf: shelf))
        let files = AttachmentDesk(
            store: store, clock: clock, vault: rooms.vault, masters: rooms.masters, darkroom: rooms.darkroom,
            scanner: rooms.scanner, requests: requests, log: rooms.log)
        let jobs = JobRunner(
            store: store, clock: clock,
            handlers: [
                .issueReport: ReportIssuing(store: store, forms: forms, clock: clock, seal: seal),
                .scanFiles: FileScanning(desk: files, bulletin: store.bulletin),
            ],
            onFailure: { job, error in
                logger.error(
                    "job failed",
                    metadata: [
                        "kind": "\(job.kind.rawValue)", "attempt": "\(job.attempts)", "type": "\(type(of: error))",
                    ])
            })
        let hasher = PasswordHasher()
        let passwords = HashedPasswords(
            hasher: hasher, leaked: configuration.signIn.breachedPasswords, logger: logger)
        let accounts = AccountDesk(
            store: store, clock: clock, passwords: passwords,
            factors: FactorRoom(configuration.origin, logger: logger), masters: rooms.masters, tokens: SessionTokens(),
            channels: configuration.telling.channels, log: SignInLog(logger))
        self.configuration = configuration
        self.store = store
        engine = store
        self.hasher = hasher
        self.forms = forms
        self.billing = billing
        self.files = files
        self.rooms = rooms
        self.requests = requests
        self.accounts = accounts
        self.passwords = passwords
        self.clock = clock
        self.jobs = jobs
        self.logger = logger
        self.sequencer = sequencer
        self.signer = signer
        self.shelf = shelf
        self.territory = territory
        live = LiveBoard(store: store, clock: clock, bulletin: store.bulletin)
        house = House(
            store: store, clock: clock, requests: requests, accounts: accounts,
            software: SoftwareDesk(
                store: store, clock: clock, tokens: SessionTokens(), assertions: SignedAssertions(),
                audience: configuration.origin.text + SitePath.softwareToken.text),
            files: files,
            dossiers: DossierPress(store: store, forms: forms, clock: clock, files: files), forms: forms,
            live: live, bulletin: store.bulletin,
            contacts: ContactDesk(
                store: store, clock: clock, bulletin: store.bulletin, channels: configuration.telling.channels),
            witness: JournalWitness(
                store: store, clock: clock, known: configuration.journal.held, room: JournalFolder(configuration),
                bulletin: store.bulletin),
            tokens: SessionTokens(), shelf: shelf, leaving: leaving, territory: territory,
            tables: InvitationFiles(), sheets: NetworkSheets(),
            providers: OpenIDProviders(
                configuration.signIn.providers, door: OutgoingDoor(authorities: configuration.signIn.authorities),
                clock: clock), origin: configuration.origin.text,
            isLoopback: configuration.isLoopback, expectsBackups: configuration.backup.folder != nil,
            proposed: Demonstration.personas.map { ProposedPersona(login: $0.login, role: $0.role, note: $0.note) })
    }

    /// The engine that the settings name: a database when they give its address, else the data folder.
    private static func open(_ configuration: ServerConfiguration) throws -> any StorageEngine {
        guard let database = configuration.database else { return try SQLiteStore(folder: configuration.folder) }
        return try PostgresStore(database)
    }

    /// The routes over the house: what the server serves and the tests drive.
    public func router() -> Router<DoorContext> {
        let house = house
        let front = FrontDesk(
            absent: { Site.absent($0, now: house.now(), isDemonstration: try await house.isDemonstration()) },
            signIn: { input in
                let offersPersonas = house.isLoopback ? try await house.isDemonstration() : false
                return Site.signIn(input, now: house.now(), offersPersonas: offersPersonas)
            },
            forgedForm: { Site.forgedForm($0, now: house.now(), isDemonstration: try await house.isDemonstration()) },
            proof: SitePath.security.done("a-confirmer").text,
            throttled: {
                Site.throttled($0, until: $1, now: house.now(), isDemonstration: try await house.isDemonstration())
            },
            failure: { Site.failure($0, reference: $1, now: house.now()) },
            refused: { Site.refused($0, now: house.now()) },
            hurried: {
                Site.hurried($0, seconds: $1, now: house.now(), isDemonstration: try await house.isDemonstration())
            },
            crowded: { Site.crowded(now: house.now()) })
        var origin = configuration.origin
        origin.leadsTo = configuration.signIn.pages
        return mount(
            Site.endpoints, of: house, at: origin, behind: configuration.proxies, limits: configuration.limits,
            front: front, logger: logger)
    }

    /// Serves until a signal ends it, or until `work` is over: connections are let finish, then the store is closed.
    /// - Parameters:
    ///   - onRunning: called once the port answers.
    ///   - work: done while serving; when it returns, the server ends as by a signal.
    public func run(
        onRunning: @escaping @Sendable () async -> Void = {}, until work: (@Sendable () async -> Void)? = nil
    ) async throws {
        try await prepareFiles()
        let (answering, answers) = AsyncStream<Void>.makeStream()
        let certificate = try configuration.tls.map { settings throws in
            try Self.certificate(settings)
        }
        var application = Application(
            router: router(), server: try .site(certificate, patience: configuration.patience),
            configuration: .init(
                address: .hostname(configuration.host, port: configuration.port), serverName: nil,
                availableConnectionsDelegate: .leavingRoom),
            onServerRunning: { _ in
                await onRunning()
                answers.finish()
            }, logger: quiet)
        application.addServices(
            SweepService(vault: rooms.vault, store: store, clock: clock, logger: logger),
            SearchFilling(store: store, logger: logger),
            RetentionService(
                desk: retention, engine: engine, word: ClockWord(configuration), logger: logger),
            BackupService(configuration: configuration, store: store, clock: clock, logger: logger),
            JobService(jobs: jobs, bulletin: engine.bulletin), LiveService(live: live),
            ArchiveService(requests: requests, logger: logger), DoorService(lines: lines, logger: logger),
            GuaranteeService(requests: requests, bulletin: engine.bulletin, logger: logger),
            PlaceService(
                structures: StructureDesk(store: store, clock: clock, bulletin: engine.bulletin), logger: logger),
            RotaService(
                watch: RotaWatch(
                    store: store, clock: clock, shelf: shelf, channels: configuration.telling.channels),
                logger: logger),
            JournalService(
                sequencer: sequencer, signer: signer, store: store, clock: clock, bulletin: engine.bulletin,
                logger: logger),
            HolderService(
                sharing: JournalSharing(store: store, clock: clock), store: store, clock: clock,
                bulletin: engine.bulletin, settings: configuration.journal,
                site: configuration.origin.text + "/journal", door: OutgoingDoor(),
                mailDoor: OutgoingDoor(authorities: configuration.journal.mailAuthorities), logger: logger),
            telling(engine.bulletin))
        if let certificate {
            application.addServices(CertificateService(certificate: certificate, logger: logger))
        }
        var services = [ServiceGroupConfiguration.ServiceConfiguration(service: application)]
        if let work {
            services.append(
                .init(
                    service: PassingService(answering: answering, work: work),
                    successTerminationBehavior: .gracefullyShutdownGroup))
        }
        let group = ServiceGroup(
            configuration: .init(services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet))
        do {
            try await group.run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw ServerConfiguration.Fault.portTaken(configuration.port)
        }
        try await close()
    }

    static func certificate(_ settings: TLSSettings) throws(ServerConfiguration.Fault) -> SiteCertificate {
        do throws(SiteCertificate.Fault) {
            return try SiteCertificate(certificate: settings.certificate, key: settings.key)
        } catch {
            throw .certificate(error)
        }
    }

    /// What requesters do at a line beside asking it.
    var lines: LineDesk {
        LineDesk(store: store, clock: clock, bulletin: engine.bulletin, channels: configuration.telling.channels)
    }

    /// What is kept for a time only.
    var retention: RetentionDesk { RetentionDesk(store: store, vault: rooms.vault, clock: clock) }

    /// Ends the writes under way and gives the folder up.
    public func close() async throws {
        try await hasher.shutdown()
        try engine.close()
    }

    /// The web server's own log says little at our level: one line a request comes from the door.
    private var quiet: Logger {
        var quiet = logger
        quiet.logLevel = .warning
        return quiet
    }
}

/// The job runner as a service of the one group: ends with the server.
private struct JobService: Service {
    let jobs: JobRunner
    let bulletin: any Bulletin

    func run() async throws {
        await cancelWhenGracefulShutdown { [jobs, bulletin] in
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await jobs.run() }
                // Left here or by another server on the same database.
                group.addTask { for await notice in bulletin.notices() where notice == .jobs { jobs.wake() } }
            }
        }
    }
}

/// The board of open pages, fed while the server serves.
private struct LiveService: Service {
    let live: LiveBoard

    func run() async throws {
        await cancelWhenGracefulShutdown { [live] in await live.run() }
    }
}

/// Work that the server only serves for: its end is the server's.
private struct PassingService: Service {
    let answering: AsyncStream<Void>
    let work: @Sendable () async -> Void

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in answering {}
            if !Task.isCancelled { await work() }
        }
    }
}
