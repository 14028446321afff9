import EssaimServer

/// Contests in rounds, ours then pgbench's; the ratio is the median over the rounds.
struct ContestFigures {
    let settings: Settings
    let database: MeasuredDatabase
    let pgBench: PgBench

    private struct Round {
        let ours: Pace
        let serverMilliseconds: Double
        let conflicts: Int
        let theirs: PgBench.Figures

        var ratio: Double { ours.perSecond / theirs.perSecond }
        var processorRatio: Double {
            (theirs.processorMilliseconds + theirs.serverMilliseconds)
                / (ours.processorMilliseconds + serverMilliseconds)
        }
    }

    func measure(_ contest: inout some Contest) async throws -> [Report.Database] {
        var figures: [Report.Database] = []
        // Every connection has met every statement.
        _ = try await Pace.measure(callers: 32, seconds: 1, try await contest.loads(callers: 32))
        for callers in settings.databaseCallers {
            let clients = min(callers, settings.databaseConnections)
            var rounds: [Round] = []
            for _ in 0..<settings.rounds {
                let (ours, server, conflicts) = try await ours(&contest, callers)
                let variables = try await contest.variables(clients: clients)
                try await database.run("CHECKPOINT")
                let theirs = try await pgBench.measure(contest.script, clients: clients, variables)
                try await contest.check(theirs, variables)
                rounds.append(Round(ours: ours, serverMilliseconds: server, conflicts: conflicts, theirs: theirs))
            }
            let figure = figure(contest.name, callers, clients, rounds)
            Report.say(Self.line(figure))
            figures.append(figure)
        }
        return figures
    }

    private func ours(_ contest: inout some Contest, _ callers: Int) async throws -> (Pace, server: Double, Int) {
        let loads = try await contest.loads(callers: callers)
        try await database.run("CHECKPOINT")
        let processes = try await database.processes()
        func used() -> Double { processes.compactMap { ProcessorTime.of(process: $0)?.own }.reduce(0, +) }
        let (before, mark) = (used(), try database.log.end())
        let pace = try await Pace.measure(callers: callers, seconds: settings.seconds, loads)
        let count = Double(max(1, pace.milliseconds.count))
        return (pace, server: (used() - before) / count, try database.log.conflicts(since: mark))
    }

    private func figure(_ name: String, _ callers: Int, _ clients: Int, _ rounds: [Round]) -> Report.Database {
        func thousand(_ retries: Int, _ things: Int) -> Double { 1000 * Double(retries) / Double(max(1, things)) }
        return Report.Database(
            load: name, callers: callers, connections: settings.databaseConnections,
            perSecond: rounds.map(\.ours.perSecond).median,
            milliseconds: Percentiles(rounds.flatMap(\.ours.milliseconds)),
            processorMilliseconds: rounds.map(\.ours.processorMilliseconds).median,
            serverMilliseconds: rounds.map(\.serverMilliseconds).median,
            retriesPerThousand: rounds.map { thousand($0.conflicts, $0.ours.milliseconds.count) }.median,
            clients: clients, pgbenchPerSecond: rounds.map(\.theirs.perSecond).median,
            pgbenchMilliseconds: rounds.map(\.theirs.milliseconds).median,
            pgbenchProcessorMilliseconds: rounds.map(\.theirs.processorMilliseconds).median,
            pgbenchServerMilliseconds: rounds.map(\.theirs.serverMilliseconds).median,
            pgbenchRetriesPerThousand: rounds.map { thousand($0.theirs.retries, $0.theirs.transactions) }.median,
            ratio: rounds.map(\.ratio).median, processorRatio: rounds.map(\.processorRatio).median)
    }

    private static func line(_ figure: Report.Database) -> String {
        func short(_ number: Double) -> String { Report.short(number) }
        return """
              \(figure.load), \(figure.callers) callers: \(short(figure.perSecond))/s \
            (p50 \(short(figure.milliseconds.p50)) ms, p99 \(short(figure.milliseconds.p99)) ms, processor \
            \(short(figure.processorMilliseconds)) + \(short(figure.serverMilliseconds)) ms, \
            retries \(short(figure.retriesPerThousand)) ‰); pgbench, \(figure.clients) clients: \
            \(short(figure.pgbenchPerSecond))/s (mean \(short(figure.pgbenchMilliseconds)) ms, processor \
            \(short(figure.pgbenchProcessorMilliseconds)) + \(short(figure.pgbenchServerMilliseconds)) ms, \
            retries \(short(figure.pgbenchRetriesPerThousand)) ‰); \
            ratio \(short(figure.ratio)), of processor time \(short(figure.processorRatio))
            """
    }
}
