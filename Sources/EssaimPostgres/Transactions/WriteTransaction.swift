import EssaimStorage
import EssaimWorkflow
import Foundation
import Synchronization

/// One write, run again when it met another (SQLSTATE 40001, 40P01), durable before it is answered.
///
/// **A COMMIT cut midway.** When the connection breaks after COMMIT was sent, nobody knows whether it happened. So the last
/// statement before COMMIT inserts a token made for this write. Afterwards `settled` inserts the same token, void: if it is
/// there, the first one went through, and what it returned is the answer; if the first one is still under way, the insert
/// waits for it; otherwise the void token stays, the first one can never come through any more, and the work runs again. A
/// server's own word (`pg_xact_status`) would not do: after a crash, or on a standby that took over, a transaction number
/// that never reached the disk is given out again.
final class WriteTransaction<T: Sendable>: Sendable {
    /// What a COMMIT that was sent would have kept.
    private struct Sent: Sendable {
        let token: String
        let value: T
    }

    private enum Outcome {
        case committed(T)
        case refused(any Error)
        case again(PostgresFault)
    }

    private let isolation: WriteIsolation
    private let work: @Sendable (any SQLConnection) throws -> T
    private let answer: @Sendable (Result<T, any Error>) -> Void
    /// Of unknown outcome: kept from one connection to the next.
    private let sent = Mutex<Sent?>(nil)

    /// A write that meets others is run this often; with the pauses between, some seconds.
    private static var mostTries: Int { 200 }

    init(
        _ isolation: WriteIsolation, _ work: @escaping @Sendable (any SQLConnection) throws -> T,
        answer: @escaping @Sendable (Result<T, any Error>) -> Void
    ) {
        self.isolation = isolation
        self.work = work
        self.answer = answer
    }

    func perform(on link: PostgresLink) -> PostgresWorkers.Verdict {
        for attempt in 1...Self.mostTries {
            switch settled(on: link) ?? run(on: link) {
            case .committed(let value):
                answer(.success(value))
                return .done
            case .refused(let error):
                answer(.failure(error))
                return .done
            case .again(let fault):
                guard fault.isConflict, !link.isBroken else { return .again(fault) }
                Self.stepBack(attempt)
            }
        }
        answer(.failure(StoreFault.unavailable("too many writes meet on the same data")))
        return .done
    }

    private func run(on link: PostgresLink) -> Outcome {
        let connection = PostgresConnection(link, beginning: isolation.beginning)
        let value: T
        do {
            value = try work(connection)
            if let doom = connection.doom { throw doom }
        } catch {
            link.rollBack()
            guard let fault = connection.doom as? PostgresFault else { return .refused(connection.doom ?? error) }
            return fault.isConflict || fault.isUnavailable || link.isBroken ? .again(fault) : .refused(fault.storeFault)
        }
        return end(connection, on: link, with: value)
    }

    private func end(_ connection: PostgresConnection, on link: PostgresLink, with value: T) -> Outcome {
        guard connection.hasBegun else { return .committed(value) }
        // Also where nothing was changed: what was found done already is answered when it is as durable as if done now.
        let token = UUID().uuidString
        let last = [
            PostgresStatement("INSERT INTO write_tokens(token, is_void) VALUES (?, FALSE)", [.text(token)]),
            PostgresStatement("COMMIT"),
        ]
        sent.withLock { $0 = Sent(token: token, value: value) }
        do {
            let tag = try connection.end(last).tag
            sent.withLock { $0 = nil }
            // COMMIT of a failed transaction answers ROLLBACK, and no error.
            return tag == "COMMIT" ? .committed(value) : .refused(StoreFault.failed("COMMIT answered \(tag)"))
        } catch {
            let fault = error as? PostgresFault
            if link.isBroken || fault?.isUnavailable == true { return .again(fault ?? .lost("the connection broke")) }
            // Refused by a server that goes on: it did not happen.
            sent.withLock { $0 = nil }
            link.rollBack()
            if let fault, fault.isConflict { return .again(fault) }
            return .refused(fault?.storeFault ?? error)
        }
    }

    /// What became of the COMMIT that was cut; nil when there is none, or when it did not and never will go through.
    private func settled(on link: PostgresLink) -> Outcome? {
        guard let unknown = sent.withLock({ $0 }) else { return nil }
        do {
            // Alone in its own transaction, READ COMMITTED: it waits for the one under way, and then sees what it left. It
            // always writes: so its own COMMIT, and with it the answer, waits for the standbys that the first one may not
            // have reached (`synchronous_standby_names`).
            let kept = try link.run(
                PostgresStatement(
                    """
                    INSERT INTO write_tokens(token, is_void) VALUES (?, TRUE)
                    ON CONFLICT (token) DO UPDATE SET at = clock_timestamp() RETURNING is_void
                    """, [.text(unknown.token)]))
            sent.withLock { $0 = nil }
            return kept.value(0, 0) == .boolean(false) ? .committed(unknown.value) : nil
        } catch {
            return .again(error as? PostgresFault ?? .lost("the connection broke"))
        }
    }

    /// Two that met do not meet again at once: a random while, longer each time, 50 ms at most.
    private static func stepBack(_ attempt: Int) {
        usleep(UInt32.random(in: 0...UInt32(min(50_000, 500 << min(attempt, 7)))))
    }
}

extension PostgresLink {
    /// Ends whatever transaction is open. A connection on which even that fails is broken, and is made anew.
    func rollBack() {
        if !isBroken { _ = try? command("ROLLBACK") }
    }
}
