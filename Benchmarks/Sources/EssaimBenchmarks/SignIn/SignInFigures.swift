import EssaimServer
import EssaimTestSupport
import EssaimWorkflow

/// A storm of passwords beside the worklist, and a sign-in by a key.
enum SignInFigures {
    /// Verifications asked for at once, and always.
    static let storm = 200
    /// Readers of the worklist meanwhile: one for each of a small team's doctors.
    static let connections = 4

    static func measure(_ server: EssaimServer, _ settings: Settings) async throws -> Report.SignIn {
        guard let reader = SignedIn.all.first else { throw Settings.Fault(description: "nobody reads") }
        let wrk = Wrk(seconds: Int(settings.seconds))
        let address = "http://127.0.0.1:\(server.configuration.port)" + (try await reader.path(at: server))
        let headers = try await reader.headers(at: server)
        var (calm, stormy): ([Wrk.Figures], [Wrk.Figures]) = ([], [])
        var verified = 0
        for _ in 0..<settings.rounds {
            calm.append(try await wrk.measure(address, connections: connections, headers: headers))
            let (figures, count) = try await beside(server) {
                try await wrk.measure(address, connections: connections, headers: headers)
            }
            stormy.append(figures)
            verified += count
        }
        let keys = try await byKey(reader, server)
        let figures = Report.SignIn(
            calmMilliseconds: median(calm), stormMilliseconds: median(stormy),
            p99Ratio: zip(calm, stormy).map { $1.milliseconds.p99 / $0.milliseconds.p99 }.median,
            verifiedPerSecond: Double(verified) / (settings.seconds * Double(settings.rounds)), keyMilliseconds: keys)
        Report.say(
            """
              \(storm) verifications at once (\(Report.short(figures.verifiedPerSecond)) a second): \(reader.name) \
            p99 \(Report.short(figures.stormMilliseconds.p99)) ms, calm \(Report.short(figures.calmMilliseconds.p99)) ms, \
            ratio \(Report.short(figures.p99Ratio)); sign-in by a key p50 \(Report.short(keys.p50)) ms, \
            p99 \(Report.short(keys.p99)) ms
            """)
        return figures
    }

    private static func median(_ figures: [Wrk.Figures]) -> Percentiles {
        Percentiles(
            p50: figures.map(\.milliseconds.p50).median, p99: figures.map(\.milliseconds.p99).median)
    }

    /// What `work` gives while so many callers have a password verified one after another; and how many were. Whom the full
    /// pool turns away comes back, as people do.
    private static func beside(
        _ server: EssaimServer, _ work: @Sendable () async throws -> Wrk.Figures
    ) async throws -> (Wrk.Figures, Int) {
        let passwords = server.passwords
        let hash = try await passwords.hash(Territory.password)
        return try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<storm {
                group.addTask {
                    var count = 0
                    while !Task.isCancelled {
                        do {
                            _ = try await passwords.verify("fauvette grisette 4711", against: hash)
                            count += 1
                        } catch {
                            try? await Task.sleep(for: .seconds(1))
                        }
                    }
                    return count
                }
            }
            let figures = try await work()
            group.cancelAll()
            return (figures, try await group.reduce(0, +))
        }
    }

    /// Both halves at the desk, durable: what the browser signs is made between them, and not counted.
    private static func byKey(_ reader: SignedIn, _ server: EssaimServer) async throws -> Percentiles {
        var times: [Double] = []
        for _ in 0..<300 {
            let start = ContinuousClock.now
            let stage = try await server.accounts.beginWithPasskey()
            let begun = ContinuousClock.now
            let answer = reader.key(at: server).sign(stage.challenge)
            let signed = ContinuousClock.now
            guard case .admitted = try await server.accounts.answer(passkey: answer, step: stage.token, .init()) else {
                throw Settings.Fault(description: "\(reader.name) cannot sign in")
            }
            times.append((begun - start) / .milliseconds(1) + (ContinuousClock.now - signed) / .milliseconds(1))
        }
        return Percentiles(times)
    }
}
