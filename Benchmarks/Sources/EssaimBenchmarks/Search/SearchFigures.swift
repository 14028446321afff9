import EssaimDomain
import EssaimWorkflow

/// Searches from the store alone, one reader after the other, beside a page of a list of the same reader's: as many lines,
/// read from an index in their order. That is what a search would cost if finding cost nothing.
enum SearchFigures {
    private static let searches = 200

    static func measure(_ store: any Store, demands: Int, at now: Instant) async throws -> [Report.Search] {
        var figures: [Report.Search] = []
        for load in SearchLoad.allCases {
            for who in SearchReader.allCases {
                let figure = try await measure(load, by: who, store, demands, now)
                Report.say(line(figure))
                figures.append(figure)
            }
        }
        let found = figures.filter { $0.lines > 0 }.count
        guard found > figures.count / 2 else {
            throw Settings.Fault(description: "only \(found) of \(figures.count) searches find anything")
        }
        return figures
    }

    private static func measure(
        _ load: SearchLoad, by who: SearchReader, _ store: any Store, _ demands: Int, _ now: Instant
    ) async throws -> Report.Search {
        var (times, plain, lines) = ([Double](), [Double](), 0)
        for rank in 0..<searches {
            let reader = who.person(rank)
            let question = SearchQuestion(words: SearchWords.asked(load.words(rank, of: demands)))
            let start = ContinuousClock.now
            lines += try await store.read { try $0.found(question, by: reader, before: nil, limit: 50).rows.count }
            let middle = ContinuousClock.now
            _ = try await store.read { try $0.rows(who.list, of: reader, at: now, after: nil, limit: 51) }
            times.append((middle - start) / .milliseconds(1))
            plain.append((ContinuousClock.now - middle) / .milliseconds(1))
        }
        let (search, list) = (Percentiles(times), Percentiles(plain))
        return Report.Search(
            search: load.rawValue, reader: who.rawValue, lines: Double(lines) / Double(searches), milliseconds: search,
            listMilliseconds: list, p50Ratio: search.p50 / list.p50, p99Ratio: search.p99 / list.p99)
    }

    private static func line(_ figure: Report.Search) -> String {
        """
          \(figure.search), \(figure.reader): p50 \(Report.short(figure.milliseconds.p50)) ms, \
        p99 \(Report.short(figure.milliseconds.p99)) ms, \(Report.short(figure.lines)) lines; \
        a list p50 \(Report.short(figure.listMilliseconds.p50)) ms, p99 \(Report.short(figure.listMilliseconds.p99)) ms; \
        ratios \(Report.short(figure.p50Ratio)) and \(Report.short(figure.p99Ratio))
        """
    }
}
