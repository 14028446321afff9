import EssaimDomain

/// Prints a line a step, with its time.
actor Teller {
    private let out: @Sendable (String) -> Void
    private let clock = ContinuousClock()
    private(set) var count = 0
    private(set) var lastFailure: String?

    init(_ out: @escaping @Sendable (String) -> Void) { self.out = out }

    func step<T: Sendable>(_ title: String, _ work: @Sendable () async throws -> T) async throws -> T {
        let start = clock.now
        do {
            let value = try await work()
            count += 1
            out("✓ \(padded(count))  \(title.padded(to: 66))\(String(milliseconds(since: start)).leading(6))\u{A0}ms")
            return value
        } catch {
            out("✗ \(padded(count + 1))  \(title)")
            let failure = error as? StoryFailure ?? StoryFailure("une réponse du serveur", "\(error)")
            lastFailure = "\(title)\u{A0}: attendu \(failure.expected)\u{A0}; reçu \(failure.received)"
            out("      attendu\u{A0}: \(failure.expected)")
            out("      reçu\u{A0}: \(failure.received)")
            throw error
        }
    }

    private func milliseconds(since start: ContinuousClock.Instant) -> Int64 { (clock.now - start).milliseconds }
    private func padded(_ number: Int) -> String { String(number).leading(2) }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
    fileprivate func leading(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
