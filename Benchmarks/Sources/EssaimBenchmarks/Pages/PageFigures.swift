import EssaimServer

/// Pages of lists and of searches through the real server on loopback, in rounds with the plain answer that they are compared to.
enum PageFigures {
    static func measure(_ server: EssaimServer, plainPort: Int, _ settings: Settings) async throws -> [Report.Page] {
        let wrk = Wrk(seconds: Int(settings.seconds))
        let base = "http://127.0.0.1:\(server.configuration.port)"
        var figures: [Report.Page] = []
        for reader in SignedIn.all {
            let headers = try await reader.headers(at: server)
            let address = base + (try await reader.path(at: server))
            try await look(at: reader, address, headers, wrk, settings)
            for connections in settings.connections {
                var pages: [Wrk.Figures] = []
                var plain: [Wrk.Figures] = []
                for _ in 0..<settings.rounds {
                    pages.append(try await wrk.measure(address, connections: connections, headers: headers))
                    plain.append(
                        try await wrk.measure("http://127.0.0.1:\(plainPort)/bonjour", connections: connections))
                }
                let figure = figure(reader.name, connections, pages, plain)
                Report.say(line(figure))
                figures.append(figure)
            }
            try await look(at: reader, address, headers, wrk, settings)
        }
        return figures
    }

    private static func look(
        at reader: SignedIn, _ address: String, _ headers: [String], _ wrk: Wrk, _ settings: Settings
    ) async throws {
        let rows = try await wrk.rows(address, headers: headers)
        guard rows >= reader.rows * min(settings.demands, 100_000) / 100_000 else {
            throw Settings.Fault(description: "\(reader.name) shows only \(rows) rows")
        }
    }

    private static func figure(
        _ name: String, _ connections: Int, _ pages: [Wrk.Figures], _ plain: [Wrk.Figures]
    ) -> Report.Page {
        func median(_ times: [Wrk.Figures]) -> Percentiles {
            Percentiles(p50: times.map(\.milliseconds.p50).median, p99: times.map(\.milliseconds.p99).median)
        }
        let pairs = zip(pages, plain).map { ($0.milliseconds, $1.milliseconds) }
        return Report.Page(
            page: name, connections: connections, bytes: pages.first?.bytes ?? 0,
            pagesPerSecond: pages.map(\.perSecond).median, milliseconds: median(pages),
            processorMillisecondsAPage: pages.map(\.processorMilliseconds).median,
            plainPerSecond: plain.map(\.perSecond).median, plainMilliseconds: median(plain),
            p50Ratio: pairs.map { $0.p50 / $1.p50 }.median, p99Ratio: pairs.map { $0.p99 / $1.p99 }.median)
    }

    private static func line(_ figure: Report.Page) -> String {
        let (page, plain) = (figure.milliseconds, figure.plainMilliseconds)
        return """
              \(figure.page), \(figure.connections) connections: \(Report.short(figure.pagesPerSecond)) pages/s, \
            p50 \(Report.short(page.p50)) ms, p99 \(Report.short(page.p99)) ms, \
            processor \(Report.short(figure.processorMillisecondsAPage)) ms, \(figure.bytes / 1024) KB; \
            plain \(Report.short(figure.plainPerSecond))/s, p50 \(Report.short(plain.p50)) ms, \
            p99 \(Report.short(plain.p99)) ms; ratios \(Report.short(figure.p50Ratio)) and \(Report.short(figure.p99Ratio))
            """
    }
}
