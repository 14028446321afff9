import EssaimStorage
import EssaimWorkflow

/// One read: everything from one snapshot, and nothing written (REPEATABLE READ, READ ONLY; PostgreSQL 15, §13.2.2).
struct ReadTransaction<T: Sendable>: Sendable {
    let work: @Sendable (any SQLConnection) throws -> T
    let answer: @Sendable (Result<T, any Error>) -> Void

    func perform(on link: PostgresLink) -> PostgresWorkers.Verdict {
        let connection = PostgresConnection(link, beginning: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        var result = Result { try work(connection) }
        if let fault = connection.doom as? PostgresFault {
            // A read changed nothing: it may always be asked again, elsewhere.
            if fault.isUnavailable || fault.isConflict || link.isBroken { return .again(fault) }
            result = .failure(fault.storeFault)
        } else if let doom = connection.doom {
            result = .failure(doom)
        }
        // Nothing was written: the answer need not wait for the end.
        answer(result)
        if connection.hasBegun, !link.isBroken { _ = try? link.command("COMMIT") }
        return .done
    }
}
