import EssaimDomain
import Foundation

/// The main job, played once through the public pages of a running demonstration, as two people without script would: a
/// question, its answer, the report, both acts, the patient told, the loop closed.
public struct Story: Sendable {
    let base: URL
    let out: @Sendable (String) -> Void

    /// - Parameters:
    ///   - base: the server's public address.
    ///   - out: takes each printed line.
    public init(base: URL, out: @escaping @Sendable (String) -> Void) {
        self.base = base
        self.out = out
    }

    /// Plays every step until one fails; never throws.
    public func play() async -> StoryResult {
        let clock = ContinuousClock()
        let start = clock.now
        let teller = Teller(out)
        var failure: String?
        do {
            try await tell(teller)
        } catch {
            failure = await teller.lastFailure ?? "\(error)"
        }
        let seconds = Double((clock.now - start).milliseconds) / 1000
        return StoryResult(steps: await teller.count, seconds: seconds, failure: failure)
    }
}

/// How a story ended.
public struct StoryResult: Sendable, Equatable {
    /// Steps that held.
    public let steps: Int
    public let seconds: Double
    /// What was expected and what was received, in French; nil when every step held.
    public let failure: String?
}

/// A step that did not hold: what was expected, what was received. Never a whole page.
struct StoryFailure: Error, Sendable, Equatable {
    let expected: String
    let received: String

    init(_ expected: String, _ received: String) {
        self.expected = expected
        self.received = received
    }
}
