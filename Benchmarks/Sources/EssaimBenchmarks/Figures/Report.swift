import Foundation

/// Every figure of a run: said line by line while it is measured, and kept as JSON.
struct Report: Codable, Sendable {
    struct Commands: Codable, Sendable {
        let callers: Int
        /// Durable commands through the desk, a second, and how long one takes.
        let commandsPerSecond: Double
        let commandMilliseconds: Percentiles
        let processorMillisecondsACommand: Double
        /// Durable transactions of three plain inserts, a second.
        let transactionsPerSecond: Double
        /// Median over the rounds of commands to transactions of the same round.
        let ratio: Double
    }

    struct Page: Codable, Sendable {
        let page: String
        let connections: Int
        let bytes: Int
        let pagesPerSecond: Double
        let milliseconds: Percentiles
        /// Of the server, the client apart.
        let processorMillisecondsAPage: Double
        /// The plain-text answer of the same round: what the same client and web server cost.
        let plainPerSecond: Double
        let plainMilliseconds: Percentiles
        /// How many times the plain answer's time, median over the rounds.
        let p50Ratio: Double
        let p99Ratio: Double
    }

    struct List: Codable, Sendable {
        let list: String
        /// Of one page of 50, read from the store alone, for readers in turn.
        let milliseconds: Percentiles
        let index: String
    }

    struct Search: Codable, Sendable {
        let search: String
        let reader: String
        /// Found, on the first page, on average.
        let lines: Double
        let milliseconds: Percentiles
        /// A page of a list of the same reader, in the same round.
        let listMilliseconds: Percentiles
        let p50Ratio: Double
        let p99Ratio: Double
    }

    /// A load on PostgreSQL beside pgbench, which runs the statements that the load was seen to send.
    struct Database: Codable, Sendable {
        let load: String
        let callers: Int
        let connections: Int
        let perSecond: Double
        let milliseconds: Percentiles
        /// For one thing: of this process, and of the server's processes that it talked to.
        let processorMilliseconds: Double
        let serverMilliseconds: Double
        /// Transactions run again because they met another, for a thousand things.
        let retriesPerThousand: Double
        let clients: Int
        let pgbenchPerSecond: Double
        let pgbenchMilliseconds: Double
        let pgbenchProcessorMilliseconds: Double
        let pgbenchServerMilliseconds: Double
        let pgbenchRetriesPerThousand: Double
        /// Median over the rounds of our rate to pgbench's of the same round.
        let ratio: Double
        /// pgbench's processor time to ours, both with their server's: the ratio that is left on a machine with no time idle.
        let processorRatio: Double
    }

    struct SignIn: Codable, Sendable {
        /// A worklist read while nobody signs in, and while two hundred passwords are verified.
        let calmMilliseconds: Percentiles
        let stormMilliseconds: Percentiles
        let p99Ratio: Double
        let verifiedPerSecond: Double
        /// Of the server, both halves of a sign-in by a key together.
        let keyMilliseconds: Percentiles
    }

    struct Sweep: Codable, Sendable {
        let milliseconds: Percentiles
        /// Another search by an index that finds nothing, in the same rounds.
        let probe: Percentiles
        let ratio: Double
    }

    struct Apply: Codable, Sendable {
        let members: Int
        /// The file read, checked, compared and written; then read, checked and compared once more.
        let seconds: Double
        let againSeconds: Double
        let plainSeconds: Double
        let ratio: Double
    }

    struct Journal: Codable, Sendable {
        struct Entries: Codable, Sendable {
            let callers: Int
            /// Entries appended a second, each durable, while all of them are numbered and signed.
            let entriesPerSecond: Double
            /// Durable transactions of three plain inserts, a second.
            let transactionsPerSecond: Double
            let ratio: Double
        }

        struct Verification: Codable, Sendable {
            let entries: Int
            /// The tree built again from what is stored, and the same with every row of the history.
            let treePerSecond: Double
            let wholePerSecond: Double
            /// As many leaves hashed into a tree, in memory, on one core.
            let hashingPerSecond: Double
            let treeRatio: Double
            let wholeRatio: Double
        }

        /// What someone is to a demand and may do to it, once it is read.
        let decisionMicroseconds: Double
        let entries: [Entries]
        let verification: Verification
    }

    let processors: Int
    let demands: Int
    var journal: Journal?
    var routingMilliseconds = Percentiles(p50: 0, p99: 0)
    var sweep: Sweep?
    var signIn: SignIn?
    var apply: Apply?
    var syncMilliseconds = Percentiles(p50: 0, p99: 0)
    var fillSeconds = 0.0
    var lists: [List] = []
    var pages: [Page] = []
    var searches: [Search] = []
    var commands: [Commands] = []
    var databaseSyncMilliseconds = Percentiles(p50: 0, p99: 0)
    var database: [Database] = []
    var databaseFillSeconds = 0.0
    var databaseLists: [List] = []
    var databasePages: [Page] = []
    var databaseSearches: [Search] = []

    init(demands: Int) {
        processors = ProcessInfo.processInfo.activeProcessorCount
        self.demands = demands
    }

    static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    /// A number with as many digits as it deserves.
    static func short(_ number: Double) -> String {
        String(format: number >= 100 ? "%.0f" : number >= 10 ? "%.1f" : "%.2f", number)
    }

    func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: URL(fileURLWithPath: path))
    }
}
