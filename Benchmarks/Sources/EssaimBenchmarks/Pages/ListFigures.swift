import EssaimDomain
import EssaimWorkflow

/// A list read from the store alone, one reader after the other.
enum ListFigures {
    private static let reads = 400

    static func measure(_ store: any Store, at now: Instant) async throws -> [Report.List] {
        var figures: [Report.List] = []
        for list in WorklistKind.allCases {
            var times: [Double] = []
            for rank in 0..<reads {
                let reader = Reader.of(list, rank: rank)
                let start = ContinuousClock.now
                _ = try await store.read { try $0.rows(list, of: reader, at: now, after: nil, limit: 51) }
                times.append((ContinuousClock.now - start) / .milliseconds(1))
            }
            let figure = Report.List(
                list: list.rawValue, milliseconds: Percentiles(times), index: PlanCheck.index(of: list))
            let (p50, p99) = (Report.short(figure.milliseconds.p50), Report.short(figure.milliseconds.p99))
            Report.say("  \(figure.list): p50 \(p50) ms, p99 \(p99) ms, by \(figure.index)")
            figures.append(figure)
        }
        return figures
    }
}
