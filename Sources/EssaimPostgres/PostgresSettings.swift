/// How a server uses its database.
public struct PostgresSettings: Sendable {
    public var address: PostgresAddress
    /// Connections for reads and writes; one more listens.
    public var connections: Int
    /// Longest statement; a slower one is cancelled and its caller told so.
    public var statementSeconds: Int
    /// How long a caller waits while no server answers: a restart, a switch to another.
    public var patience: Duration
    /// How long a start waits for a server that is away.
    public var startPatience: Duration

    public init(
        _ address: PostgresAddress, connections: Int = 8, statementSeconds: Int = 15,
        patience: Duration = .seconds(10), startPatience: Duration = .zero
    ) {
        self.address = address
        self.connections = max(1, connections)
        self.statementSeconds = statementSeconds
        self.patience = patience
        self.startPatience = startPatience
    }

    /// A connection set for our transactions.
    func connect() throws -> PostgresLink {
        let link = try PostgresLink(address, longestWait: .seconds(statementSeconds + 5))
        // `enable_seqscan = off`: under SERIALIZABLE an index scan holds what it reads, a scan of a whole table holds the
        // table, and every write meets every other one (PostgreSQL 15, §13.2.3). Our statements each have their index.
        // `jit = off`: the price put on a scan so refused is above what compiling a statement asks for (§32.1), and a table
        // of one row then costs 50 ms.
        try link.command(
            """
            SET statement_timeout = '\(statementSeconds)s';
            SET lock_timeout = '\(statementSeconds)s';
            SET idle_in_transaction_session_timeout = '60s';
            SET enable_seqscan = off;
            SET jit = off;
            SET bytea_output = 'hex';
            SET client_encoding = 'UTF8';
            SET TIME ZONE 'UTC'
            """)
        return link
    }
}
