import EssaimDomain
import EssaimPostgres
import EssaimTestSupport
import EssaimWorkflow
import Hummingbird
import HummingbirdTesting
import Logging
import Testing

@testable import EssaimServer

/// The sample town behind the real server: its folder, a clock that stands still, and the router that the product serves.
struct ServedTown: Sendable {
    let server: EssaimServer
    let clock: ManualClock
    let folder: String
    let ledger: Ledger
    let client: any TestClientProtocol
    let log: RecordingLog
    /// Held against the log when the town closes.
    let watch: LeakWatch

    /// Runs `visit` in a town of its own, whose folder is gone afterwards.
    /// - Parameters:
    ///   - origin: the address that the server believes to be its own; the test's requests are to `localhost`.
    ///   - host: what the server listens on, as far as its rules go: nothing listens here.
    ///   - settings: more of the environment.
    ///   - forms: those that lines may name.
    ///   - darkroom: one that takes everything as it comes, in this process; nil for the product's own.
    static func open<T: Sendable>(
        origin: String = "http://localhost", host: String = "127.0.0.1", live: Bool = false,
        forms: FormLibrary = FormLibrary([.sample]), darkroom: (any Darkroom)? = PlainDarkroom(),
        leaving: any HolderLeaving = ReturningHolder(), settings: [String: String] = [:],
        _ visit: @Sendable (ServedTown) async throws -> T
    ) async throws -> T {
        try await withDatabase { database in
            let clock = ManualClock()
            let (log, watch) = (RecordingLog(), LeakWatch())
            let folder = database.folder.path
            var configuration = try await ServerConfiguration.load(
                folder: folder, port: nil, database: database.database?.address,
                environment: [
                    // One account does in a minute what nobody does in a day.
                    "ESSAIM_PUBLIC_URL": origin, "ESSAIM_HOST": host, "ESSAIM_LIMITS": "1000",
                ].merging(settings) { $1 })
            configuration.database?.connections = 3
            configuration.attachments.masterKeys = folder + "/keys"
            let server = try EssaimServer(
                configuration, clock: clock, forms: forms, darkroom: darkroom, leaving: leaving, logger: log.logger)
            do {
                let ledger = Ledger(look: try database.look())
                try await Town.found(in: server.store)
                let application = Application(router: server.router(), logger: log.logger)
                let value = try await application.test(live ? .live : .router) { client in
                    try await visit(
                        ServedTown(
                            server: server, clock: clock, folder: folder, ledger: ledger, client: client, log: log,
                            watch: watch))
                }
                #expect(watch.leaks(in: log.lines).isEmpty)
                try ledger.close()
                try await server.close()
                return value
            } catch {
                try? await server.close()
                throw error
            }
        }
    }

    /// A database that is gone afterwards.
    private static func withDatabase<T: Sendable>(
        _ work: @Sendable (TestDatabase) async throws -> T
    ) async throws -> T {
        let database = try await TestDatabase()
        do {
            let value = try await work(database)
            await database.remove()
            return value
        } catch {
            await database.remove()
            throw error
        }
    }

    /// A browser in which nobody is signed in.
    func browser() -> Browser { Browser(client, watch: watch) }

    /// A browser in which someone of the town is signed in, without a password's cost.
    /// - Parameter seen: when the session began and was last used; now, unless told otherwise.
    func browser(of person: Person, seen: Instant? = nil) async throws -> Browser {
        let (token, csrf) = (SessionTokens().make(), SessionTokens().make())
        let seen = seen ?? clock.now()
        let session = Session(
            tokenHash: SessionTokens().hash(token), person: person.id, csrf: csrf, createdAt: seen, lastSeenAt: seen)
        try await server.store.write { try $0.insert(session) }
        return Browser(client, token: token, csrf: csrf, watch: watch)
    }

    /// The demand as it is kept.
    func stored(_ id: String) async throws -> AdviceRequest? {
        try await server.store.read { try $0.requestForJob(Identifier(id)) }
    }

    /// Puts a sample demand in the store, as the rules would have made it.
    func keep(_ request: AdviceRequest) async throws {
        try await server.store.write { try $0.insert(request) }
    }

}
