import EssaimDomain
import EssaimServer
import EssaimWorkflow

/// Durable commands a second, in rounds with the plain transactions that they are compared to.
enum CommandFigures {
    /// More than any machine of two cores gets through.
    private static let fastest = 12_000.0

    static func measure(
        _ server: EssaimServer, _ settings: Settings, from demands: inout Demands
    ) async throws -> [Report.Commands] {
        var figures: [Report.Commands] = []
        for callers in settings.callers {
            var desk: [Pace] = []
            var plain: [Pace] = []
            for round in 0..<settings.rounds {
                let supply = try await supply(callers, settings, in: server.store, from: &demands)
                desk.append(
                    try await Pace.measure(callers: callers, seconds: settings.seconds) { _ in
                        DeskLoad(desk: server.requests, supply: supply)
                    })
                plain.append(
                    try await Pace.measure(callers: callers, seconds: settings.seconds) { caller in
                        PlainLoad(store: server.store, prefix: "\(callers)-\(round)-\(caller)")
                    })
            }
            let figure = Report.Commands(
                callers: callers, commandsPerSecond: desk.map(\.perSecond).median,
                commandMilliseconds: Percentiles(desk.flatMap(\.milliseconds)),
                processorMillisecondsACommand: desk.map(\.processorMilliseconds).median,
                transactionsPerSecond: plain.map(\.perSecond).median,
                ratio: zip(desk, plain).map { $0.perSecond / $1.perSecond }.median)
            Report.say(line(figure))
            figures.append(figure)
        }
        return figures
    }

    /// Enough demands for one round.
    private static func supply(
        _ callers: Int, _ settings: Settings, in store: any Store, from demands: inout Demands
    ) async throws -> Supply {
        let count = callers + Int(fastest * settings.seconds) / DeskLoad.commandsADemand / (callers == 1 ? 4 : 1)
        let made = (0..<count).map { _ in demands.submitted() }
        for first in stride(from: 0, to: count, by: 500) {
            try await Filling.put(Array(made[first..<min(first + 500, count)]), in: store)
        }
        return Supply(made.map(\.0))
    }

    private static func line(_ figure: Report.Commands) -> String {
        let times = figure.commandMilliseconds
        return """
              \(figure.callers) callers: \(Report.short(figure.commandsPerSecond)) commands/s \
            (p50 \(Report.short(times.p50)) ms, p99 \(Report.short(times.p99)) ms, \
            processor \(Report.short(figure.processorMillisecondsACommand)) ms); \
            plain transaction \(Report.short(figure.transactionsPerSecond))/s; ratio \(Report.short(figure.ratio))
            """
    }
}
