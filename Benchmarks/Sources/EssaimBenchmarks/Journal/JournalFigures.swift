import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow
import TransparencyLog

/// The journal's costs: a policy's decision, an entry beside a plain transaction while everything is being numbered and
/// signed, and the verification of all of it beside the bare hashing of as many leaves.
enum JournalFigures {
    static func measure(_ server: EssaimServer, _ settings: Settings) async throws -> Report.Journal {
        let policy = decisionMicroseconds()
        Report.say("  a decision on a demand takes \(Report.short(policy)) µs")
        var entries: [Report.Journal.Entries] = []
        for callers in settings.callers {
            let figure = try await pace(callers, server, settings)
            Report.say(
                """
                  \(callers) callers: \(Report.short(figure.entriesPerSecond)) entries/s while numbered and signed; \
                plain transaction \(Report.short(figure.transactionsPerSecond))/s; ratio \(Report.short(figure.ratio))
                """)
            entries.append(figure)
        }
        let verification = try await verification(server)
        Report.say(
            """
              verified \(verification.entries) entries: \(Report.short(verification.treePerSecond)) a second for the tree, \
            \(Report.short(verification.wholePerSecond)) with every row; bare hashing \
            \(Report.short(verification.hashingPerSecond)); ratios \(Report.short(verification.treeRatio)), \
            \(Report.short(verification.wholeRatio))
            """)
        return Report.Journal(decisionMicroseconds: policy, entries: entries, verification: verification)
    }

    /// Relations and actions of everybody in the town on a demand in each state: what a policy computes once the demand is
    /// read.
    private static func decisionMicroseconds() -> Double {
        let callers = Person.samples.map { Town.caller($0) }
        let demands = RequestState.allCases.map { AdviceRequest.sample($0) }
        var allowed = 0
        let rounds = 300
        let start = ContinuousClock.now
        for _ in 0..<rounds {
            for caller in callers {
                for demand in demands where !caller.relations(to: demand).isEmpty {
                    allowed += RequestDesk.actions(on: demand, for: caller, at: .sample).count
                }
            }
        }
        let spent = (ContinuousClock.now - start) / .microseconds(1)
        // Used, so that nothing of it is left out.
        precondition(allowed > 0)
        return spent / Double(rounds * callers.count * demands.count)
    }

    private static func pace(
        _ callers: Int, _ server: EssaimServer, _ settings: Settings
    ) async throws -> Report.Journal.Entries {
        var entry: [Pace] = []
        var plain: [Pace] = []
        for round in 0..<settings.rounds {
            entry.append(
                try await Pace.measure(callers: callers, seconds: settings.seconds) { _ in
                    EntryLoad(store: server.store, clock: server.clock)
                })
            plain.append(
                try await Pace.measure(callers: callers, seconds: settings.seconds) { caller in
                    PlainLoad(store: server.store, prefix: "journal-\(callers)-\(round)-\(caller)")
                })
        }
        return Report.Journal.Entries(
            callers: callers, entriesPerSecond: entry.map(\.perSecond).median,
            transactionsPerSecond: plain.map(\.perSecond).median,
            ratio: zip(entry, plain).map { $0.perSecond / $1.perSecond }.median)
    }

    private static func verification(_ server: EssaimServer) async throws -> Report.Journal.Verification {
        let recorder = HistoryRecorder()
        let wanted = 200_000
        let there = try await server.store.read { try $0.journalHead()?.edge.size ?? 0 }
        for start in stride(from: there, to: wanted, by: 1000) {
            let now = server.clock.now()
            let entries = (start..<min(start + 1000, wanted)).map { number in
                recorder.entry(
                    "request.view", at: now, by: .senior, from: "192.0.2.7", as: [.poolExpert],
                    detail: ["read": "demand", "n": String(number)])
            }
            try await server.store.write { tx in for entry in entries { try tx.append(entry) } }
        }
        _ = try await server.sequencer.numberAll()
        try await server.signer.signOnce()

        var tree = JournalRebuilding()
        var start = ContinuousClock.now
        let size = try await tree.catchUp(server.store).edge.size
        let forTree = (ContinuousClock.now - start) / .seconds(1)
        start = ContinuousClock.now
        let verdict = try await JournalVerification(store: server.store, held: []).run()
        let forAll = (ContinuousClock.now - start) / .seconds(1)

        let leaf = JournalLeaf(at: server.clock.now(), commitment: [UInt8](repeating: 7, count: 32)).bytes
        var edge = TreeEdge()
        start = ContinuousClock.now
        for _ in 0..<size { _ = edge.append(.leaf(leaf)) }
        let forHashing = (ContinuousClock.now - start) / .seconds(1)
        precondition(edge.size == size)
        let hashing = Double(size) / forHashing
        return Report.Journal.Verification(
            entries: verdict.size, treePerSecond: Double(size) / forTree,
            wholePerSecond: Double(verdict.size) / forAll, hashingPerSecond: hashing,
            treeRatio: Double(size) / forTree / hashing, wholeRatio: Double(verdict.size) / forAll / hashing)
    }
}
