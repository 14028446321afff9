import CLibPQ
import EssaimStorage
import EssaimWorkflow
import Foundation

/// A statement with its values, to be sent with others.
struct PostgresStatement {
    let sql: SQLText
    let arguments: [SQLValue]

    init(_ sql: SQLText, _ arguments: [SQLValue] = []) {
        self.sql = sql
        self.arguments = arguments
    }
}

/// One connection. It never leaves the thread that opened it: the type is not `Sendable`, so the compiler sees to it.
final class PostgresLink {
    let connection: OpaquePointer
    /// Names of the statements that the server has prepared on this connection. Portable SQL is made of literals, so they
    /// are as many as the source has.
    private var prepared: [SQLText: String] = [:]
    private var namesGiven = 0
    /// The server did not answer in time: whatever it says later is not listened to.
    private var isGivenUp = false
    /// Longest wait for an answer. Beyond the server's own limit on statements: only one that is frozen, or cut off
    /// without a word, is slower.
    var longestWait: Duration?

    /// - Throws: `PostgresFault.lost` or `.denied`, their texts naming neither user nor password.
    init(_ address: PostgresAddress, longestWait: Duration? = nil) throws {
        self.longestWait = longestWait
        let keywords = address.parameters.map { strdup($0.keyword) } + [nil]
        let values = address.parameters.map { strdup($0.value) } + [nil]
        defer { for text in keywords + values { free(text) } }
        let opened = keywords.map { UnsafePointer($0) }.withUnsafeBufferPointer { keywords in
            values.map { UnsafePointer($0) }.withUnsafeBufferPointer { values in
                PQconnectdbParams(keywords.baseAddress, values.baseAddress, 0)
            }
        }
        guard let opened else { throw PostgresFault.lost("no memory for a connection") }
        connection = opened
        guard PQstatus(opened) == CONNECTION_OK else {
            // The deinitialiser runs: every stored property is set.
            throw ConnectionRefusal.fault(
                Self.line(PQerrorMessage(opened)), needsPassword: PQconnectionNeedsPassword(opened) == 1,
                usedPassword: PQconnectionUsedPassword(opened) == 1)
        }
        PQsetNoticeProcessor(opened, { _, _ in }, nil)
    }

    deinit { PQfinish(connection) }

    var isBroken: Bool { isGivenUp || PQstatus(connection) == CONNECTION_BAD }
    var serverVersion: Int { Int(PQserverVersion(connection)) }
    /// The server process behind this connection.
    var processID: Int32 { PQbackendPID(connection) }
    var socket: Int32 { PQsocket(connection) }

    /// Runs statements written in the source of this room, several when separated by `;`. The last one's answer.
    @discardableResult
    func command(_ sql: String) throws -> PostgresResult {
        try answer { PQsendQuery(connection, sql) }
    }

    /// Runs one statement, prepared once on this connection.
    func run(_ statement: PostgresStatement) throws -> PostgresResult {
        let name = try prepare(statement.sql)
        let arguments = try PostgresArguments(statement.arguments)
        return try answer {
            arguments.withPointers { count, values, lengths, formats in
                PQsendQueryPrepared(connection, name, count, values, lengths, formats, 0)
            }
        }
    }

    private func prepare(_ sql: SQLText) throws -> String {
        if let name = prepared[sql] { return name }
        let name = newName()
        _ = try answer { PQsendPrepare(connection, name, PostgresSQL.numbered(sql.text), 0, nil) }
        prepared[sql] = name
        return name
    }

    /// Never given twice: which statements of a refused pipeline the server kept is not known.
    private func newName() -> String {
        namesGiven += 1
        return "s\(namesGiven)"
    }

    /// Runs statements in one round trip (libpq's pipeline mode); the last one's answer. The first refusal stops the rest.
    ///
    /// All but the last answer in a few bytes, and callers send a bounded number of them, so that neither side waits for
    /// the other to read.
    func together(_ statements: [PostgresStatement]) throws -> PostgresResult {
        let arguments = try statements.map { try PostgresArguments($0.arguments) }
        guard PQenterPipelineMode(connection) == 1 else { throw lost() }
        var fresh: [(sql: SQLText, name: String)] = []
        for (statement, arguments) in zip(statements, arguments) {
            let name: String
            if let known = prepared[statement.sql] ?? fresh.first(where: { $0.sql == statement.sql })?.name {
                name = known
            } else {
                name = newName()
                fresh.append((statement.sql, name))
                guard PQsendPrepare(connection, name, PostgresSQL.numbered(statement.sql.text), 0, nil) == 1 else {
                    throw lost()
                }
            }
            let sent = arguments.withPointers { count, values, lengths, formats in
                PQsendQueryPrepared(connection, name, count, values, lengths, formats, 0)
            }
            guard sent == 1 else { throw lost() }
        }
        guard PQpipelineSync(connection) == 1 else { throw lost() }
        return try collect(fresh)
    }

    /// Reads the answers of a pipeline up to its end, and leaves pipeline mode.
    private func collect(_ fresh: [(sql: SQLText, name: String)]) throws -> PostgresResult {
        var last: PostgresResult?
        var refusal: PostgresFault?
        while true {
            try awaitAnswer()
            guard let result = PQgetResult(connection) else {
                // Ends one statement's answers; a broken connection gives nothing else for ever.
                if isBroken { throw lost() }
                continue
            }
            switch PQresultStatus(result) {
            case PGRES_PIPELINE_SYNC:
                PQclear(result)
                guard PQexitPipelineMode(connection) == 1 else { throw lost() }
                if let refusal { throw refusal }
                for one in fresh { prepared[one.sql] = one.name }
                guard let last else { throw PostgresFault.lost("a pipeline without an answer") }
                return last
            case PGRES_PIPELINE_ABORTED: PQclear(result)
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK: last = PostgresResult(result)
            default:
                let fault = Self.fault(of: result)
                PQclear(result)
                if isBroken { throw lost() }
                refusal = refusal ?? fault
            }
        }
    }

    /// Sends something outside of a pipeline and reads all that comes back; the last answer, or the first refusal.
    private func answer(to send: () -> Int32) throws -> PostgresResult {
        guard !isBroken, send() == 1 else { throw lost() }
        var last: PostgresResult?
        var refusal: PostgresFault?
        while true {
            try awaitAnswer()
            guard let result = PQgetResult(connection) else { break }
            switch PQresultStatus(result) {
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK: last = PostgresResult(result)
            default:
                refusal = refusal ?? Self.fault(of: result)
                PQclear(result)
            }
        }
        if isBroken { throw lost() }
        if let refusal { throw refusal }
        guard let last else { throw PostgresFault.lost("no answer") }
        return last
    }

    /// Returns when `PQgetResult` will not wait.
    private func awaitAnswer() throws {
        let start = ContinuousClock.now
        while PQisBusy(connection) == 1 {
            var milliseconds: Int32 = -1
            if let longestWait {
                let left = longestWait - start.duration(to: .now)
                if left <= .zero {
                    isGivenUp = true
                    throw PostgresFault.lost("the server did not answer in time")
                }
                milliseconds = Int32(clamping: Int(left / .milliseconds(1)) + 1)
            }
            // Nothing may be left unsent: in a pipeline the answer would never come.
            PQflush(connection)
            var watched = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
            if poll(&watched, 1, milliseconds) > 0, PQconsumeInput(connection) == 0 { return }
        }
    }

    private func lost() -> PostgresFault { .lost(Self.line(PQerrorMessage(connection))) }

    /// State and primary message: names of tables and columns. Values stand in the detail, which is left out; of data
    /// exceptions (class 22) they stand in the message too.
    private static func fault(of result: OpaquePointer) -> PostgresFault {
        let state = PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? ""
        let message = PQresultErrorField(result, Int32(UInt8(ascii: "M"))).map { String(cString: $0) } ?? "no answer"
        return .refused(state: state, message: state.hasPrefix("22") ? "a value was refused" : message)
    }

    private static func line(_ text: UnsafePointer<CChar>?) -> String {
        let text = text.map { String(cString: $0) } ?? ""
        return text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
