/// One caller's work, again and again.
protocol Load: Sendable {
    /// One durable thing; the next call may stand on what this one did.
    mutating func once() async throws
}

/// How many things callers get done in a while.
struct Pace: Sendable {
    let perSecond: Double
    let milliseconds: [Double]
    /// Processor time of the whole process for one thing: steadier than its rate when others use the machine.
    let processorMilliseconds: Double

    /// Runs `callers` loads at once, each as fast as it is answered.
    static func measure(
        callers: Int, seconds: Double, _ load: @escaping @Sendable (Int) -> any Load
    ) async throws -> Pace {
        let (start, used) = (ContinuousClock.now, ProcessorTime.milliseconds())
        let end = start + .seconds(seconds)
        let times = try await withThrowingTaskGroup(of: [Double].self) { group in
            for caller in 0..<callers {
                group.addTask {
                    var load = load(caller)
                    var times: [Double] = []
                    var last = ContinuousClock.now
                    while last < end {
                        try await load.once()
                        let now = ContinuousClock.now
                        times.append((now - last) / .milliseconds(1))
                        last = now
                    }
                    return times
                }
            }
            return try await group.reduce(into: [Double]()) { $0 += $1 }
        }
        return Pace(
            perSecond: Double(times.count) / ((ContinuousClock.now - start) / .seconds(1)), milliseconds: times,
            processorMilliseconds: (ProcessorTime.milliseconds() - used) / Double(max(1, times.count)))
    }
}
