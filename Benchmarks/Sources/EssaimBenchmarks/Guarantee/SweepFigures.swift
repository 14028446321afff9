import EssaimDomain
import EssaimWorkflow

/// A sweep over every demand of the folder with nothing due, beside another search by an index that finds nothing.
enum SweepFigures {
    private static let rounds = 200

    static func measure(_ desk: RequestDesk, _ store: any Store, at now: Instant) async throws -> Report.Sweep {
        try await store.write { tx in
            for network in try tx.networks() { try tx.reviewGuarantees(in: network.id, at: now + .days(365)) }
        }
        var (sweeps, probes): ([Double], [Double]) = ([], [])
        for _ in 0..<rounds {
            let start = ContinuousClock.now
            _ = try await desk.keepPromises()
            let middle = ContinuousClock.now
            _ = try await store.read { try $0.requestsToArchive(at: Instant(milliseconds: 0), after: nil, limit: 200) }
            sweeps.append((middle - start) / .milliseconds(1))
            probes.append((ContinuousClock.now - middle) / .milliseconds(1))
        }
        let (sweep, probe) = (Percentiles(sweeps), Percentiles(probes))
        let figure = Report.Sweep(milliseconds: sweep, probe: probe, ratio: sweep.p50 / probe.p50)
        Report.say(
            """
            sweep with nothing due: p50 \(Report.short(sweep.p50)) ms, p99 \(Report.short(sweep.p99)) ms, \
            \(Report.short(figure.ratio)) times a plain search by an index
            """)
        return figure
    }
}
