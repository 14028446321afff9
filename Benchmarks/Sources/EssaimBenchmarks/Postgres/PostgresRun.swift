import EssaimServer
import EssaimWorkflow

/// The same territory on PostgreSQL: each load beside pgbench, which runs the statements that the load was seen to send.
struct PostgresRun {
    let settings: Settings
    let database: MeasuredDatabase
    let server: EssaimServer

    func all(_ report: inout Report) async throws {
        let folder = server.configuration.folder
        report.databaseSyncMilliseconds = try Disk.syncs(in: folder)
        let sync = report.databaseSyncMilliseconds
        Report.say(
            """
            PostgreSQL, \(settings.databaseConnections) connections; \
            a sync takes \(Report.short(sync.p50)) ms (p99 \(Report.short(sync.p99)))
            """)
        var demands = Demands(now: server.clock.now())
        Report.say("filling \(settings.demands) demands")
        let start = ContinuousClock.now
        let hash = try await server.passwords.hash(Territory.password)
        try await Territory.found(in: server.store, passwordHash: hash, signingIn: SignedIn.all.map(\.person))
        try await Filling.fill(server.store, with: settings.demands, from: &demands)
        // As autovacuum leaves it within minutes: pages marked, statistics known.
        try await database.run("VACUUM ANALYZE")
        report.databaseFillSeconds = (ContinuousClock.now - start) / .seconds(1)
        if settings.parts.contains(.writes) { try await contests(&report, demands) }
    }

    private func contests(_ report: inout Report, _ demands: Demands) async throws {
        let folder = server.configuration.folder
        var numbered = NumberedDemands(server.store, demands)
        let figures = ContestFigures(
            settings: settings, database: database,
            pgBench: PgBench(database: database, folder: folder, seconds: Int(settings.seconds)))
        var writes = try await PlainWrites(server.store, database)
        report.database += try await figures.measure(&writes)
        var reads = try await PlainReads(server.store, database)
        report.database += try await figures.measure(&reads)
        var lists = try await ListReads(server, database)
        report.database += try await figures.measure(&lists)
        var files = try await DemandReads(server, database, &numbered)
        report.database += try await figures.measure(&files)
        var commands = try await DeskCommands(server, database, &numbered, settings)
        report.database += try await figures.measure(&commands)
    }
}
