import EssaimServer
import EssaimWorkflow

/// The parts of a run, in order, and their report.
struct Run {
    let settings: Settings
    let folder: String
    let server: EssaimServer

    func all(_ report: inout Report) async throws {
        report.syncMilliseconds = try Disk.syncs(in: folder)
        let sync = report.syncMilliseconds
        Report.say(
            "\(report.processors) processors; a sync takes \(Report.short(sync.p50)) ms (p99 \(Report.short(sync.p99)))"
        )
        var demands = Demands(now: server.clock.now())
        try await fill(&report, from: &demands)
        let faults = try PlanCheck.faults(folder: folder, at: server.clock.now())
        if settings.parts.contains(.reads) {
            let reads = try await ReadFigures.measure(server, settings)
            (report.lists, report.searches, report.pages) = (reads.lists, reads.searches, reads.pages)
            report.routingMilliseconds = RoutingFigures.measure(at: server.clock.now())
            report.apply = try await ApplyFigures.measure(server)
            report.sweep = try await SweepFigures.measure(server.requests, server.store, at: server.clock.now())
        }
        if settings.parts.contains(.signIn) {
            Report.say("sign-in")
            report.signIn = try await SignInFigures.measure(server, settings)
        }
        if settings.parts.contains(.writes) {
            Report.say("commands, durable")
            report.commands = try await CommandFigures.measure(server, settings, from: &demands)
            Report.say("journal")
            report.journal = try await JournalFigures.measure(server, settings)
        }
        try report.write(to: settings.results + "/latest.json")
        for fault in faults { Report.say("plan: \(fault)") }
        guard faults.isEmpty else {
            throw Settings.Fault(description: "\(faults.count) lists are not read from their index alone")
        }
        Report.say("each list is read from its index")
    }

    private func fill(_ report: inout Report, from demands: inout Demands) async throws {
        Report.say("filling \(settings.demands) demands")
        let start = ContinuousClock.now
        let hash = try await server.passwords.hash(Territory.password)
        try await Territory.found(in: server.store, passwordHash: hash, signingIn: SignedIn.all.map(\.person))
        try await Filling.fill(server.store, with: settings.demands, from: &demands)
        report.fillSeconds = (ContinuousClock.now - start) / .seconds(1)
    }
}
