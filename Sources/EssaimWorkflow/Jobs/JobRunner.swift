import EssaimDomain

/// Does one kind of job. At least once: doing it twice must do it once.
public protocol JobHandler: Sendable {
    func perform(_ job: Job) async throws
}

/// It is too early to do the job: it is no failure, and it comes back a little later.
public struct JobPostponed: Error, Sendable {
    let pause: Duration

    public init(for pause: Duration) { self.pause = pause }
}

/// Runs the jobs of the outbox after their commit: claims what is due, does it, finishes it; what fails comes back later.
public struct JobRunner: Sendable {
    let store: any Store
    let clock: any WallClock
    let handlers: [Job.Kind: any JobHandler]
    /// What to say when a job fails: its kind and how often; never its content.
    let onFailure: @Sendable (Job, any Error) -> Void
    private let signals: AsyncStream<Void>
    private let signal: AsyncStream<Void>.Continuation

    public init(
        store: any Store, clock: any WallClock, handlers: [Job.Kind: any JobHandler],
        onFailure: @escaping @Sendable (Job, any Error) -> Void = { _, _ in }
    ) {
        self.store = store
        self.clock = clock
        self.handlers = handlers
        self.onFailure = onFailure
        (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// A commit left a job: no need to wait for the next round.
    public func wake() { signal.yield() }

    /// Works until cancelled: at each wake, and once a second for what is due by its time.
    public func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                while !Task.isCancelled {
                    signal.yield()
                    try? await Task.sleep(for: .seconds(1))
                }
            }
            for await _ in signals {
                while !Task.isCancelled, await workOnce() > 0 {}
                if Task.isCancelled { break }
            }
            group.cancelAll()
        }
    }

    /// Does what is due now; how many jobs it took.
    public func workOnce() async -> Int {
        let now = clock.now()
        guard
            let jobs = try? await store.write({ try $0.claim(dueBy: now, until: now + .minutes(5), limit: 16) })
        else { return 0 }
        for job in jobs {
            do {
                guard let handler = handlers[job.kind] else {
                    throw StoreFault.failed("no handler for \(job.kind.rawValue)")
                }
                try await handler.perform(job)
                try await store.write { try $0.finish(job.id) }
            } catch let postponed as JobPostponed {
                try? await store.write { try $0.retry(job.id, at: now + postponed.pause) }
            } catch {
                onFailure(job, error)
                let pause = Duration.seconds(min(3600, 1 << min(job.attempts, 12)))
                try? await store.write { try $0.retry(job.id, at: now + pause) }
            }
        }
        return jobs.count
    }
}
