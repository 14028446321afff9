import EssaimStorage
import EssaimWorkflow
import Foundation
import Logging
import ServiceLifecycle

/// Ends once an hour what is kept for a time only. A clock that jumped stops it, until `essaim doctor --accept-clock` leaves
/// its word in the data folder.
struct RetentionService: Service {
    let desk: RetentionDesk
    let engine: any StorageEngine
    let word: ClockWord
    let logger: Logger

    static let pause = Duration.seconds(3600)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await lookOnce()
                } catch {
                    logger.warning("retention not carried out", metadata: ["type": "\(type(of: error))"])
                }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    func lookOnce() async throws {
        if word.wasGiven(by: desk.now) {
            try await desk.acceptClock()
            word.forget()
        }
        let done = try await desk.carryOut { done in
            if done != RetentionDesk.Done() { logger.info("kept for a time", metadata: Self.figures(done)) }
        }
        if let done {
            // Nothing is left of them in the engine's own corners either.
            if done.drafts + done.purged > 0 { try await engine.scrub() }
        } else {
            logger.critical("the clock jumped: nothing expires until essaim doctor --accept-clock")
        }
    }
}

extension RetentionService {
    /// How many, of nobody in particular.
    private static func figures(_ done: RetentionDesk.Done) -> Logger.Metadata {
        [
            "drafts expired": "\(done.drafts)", "demands archived": "\(done.archived)",
            "demands purged": "\(done.purged)",
        ]
    }
}

/// A person's word that the clock is right, left in the data folder by a command: the server that owns it reads it.
public struct ClockWord: Sendable {
    let path: String

    public init(_ configuration: ServerConfiguration) { path = configuration.folder + "/clock-accepted" }

    /// Good for a day: a word for another time is none.
    public func give(at now: Date = Date()) throws {
        try Data("\(Int64(now.timeIntervalSince1970 * 1000))\n".utf8).write(to: URL(fileURLWithPath: path))
    }

    func wasGiven(by milliseconds: Int64) -> Bool {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let given = Int64(text.filter(\.isNumber))
        else { return false }
        return abs(milliseconds - given) < 86_400_000
    }

    func forget() { try? FileManager.default.removeItem(atPath: path) }
}
