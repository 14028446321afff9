import Foundation

/// What a run measures, from its arguments: `--demands 100000 --seconds 2 --rounds 3 --results DIR
/// --only sqlite|postgres --parts reads|writes|sign-in --connections 8`.
struct Settings: Sendable {
    /// Demands in the folder, ended or not.
    var demands = 100_000
    /// How long one figure is measured, in seconds; each is measured `rounds` times.
    var seconds = 2.0
    var rounds = 3
    /// Where the figures are written and the data folder stands: a real disk.
    var results = "results"
    /// The engines measured.
    var engines = Set(Engine.allCases)
    var parts = Set(Part.allCases)
    /// Connections of the store on PostgreSQL, and most clients of pgbench.
    var databaseConnections = 8
    /// Callers at once on PostgreSQL.
    let databaseCallers = [1, 8, 32]
    /// Callers at once, of the commands.
    let callers = [1, 32, 128]
    /// Connections at once, of the pages.
    let connections = [1, 32]

    enum Engine: String, CaseIterable {
        case sqlite, postgres
    }

    enum Part: String, CaseIterable {
        /// Lists, searches and pages.
        case reads
        /// Commands, the journal, and loads beside pgbench.
        case writes
        /// A storm of passwords beside a worklist, and keys.
        case signIn = "sign-in"
    }

    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    init(_ arguments: [String]) throws {
        var rest = arguments.dropFirst()
        while let name = rest.popFirst() {
            guard let value = rest.popFirst() else { throw Fault(description: "\(name) needs a value") }
            switch name {
            case "--demands": demands = try Self.number(value, for: name)
            case "--seconds": seconds = Double(try Self.number(value, for: name))
            case "--rounds": rounds = try Self.number(value, for: name)
            case "--results": results = value
            case "--connections": databaseConnections = try Self.number(value, for: name)
            case "--only":
                guard let engine = Engine(rawValue: value) else { throw Fault(description: "--only sqlite|postgres") }
                engines = [engine]
            case "--parts":
                guard let part = Part(rawValue: value) else { throw Fault(description: "--parts reads|writes|sign-in") }
                parts = [part]
            default:
                throw Fault(
                    description:
                        "unknown option \(name): --demands, --seconds, --rounds, --results, --only, --parts, --connections"
                )
            }
        }
    }

    private static func number(_ text: String, for name: String) throws -> Int {
        guard let number = Int(text), number > 0 else { throw Fault(description: "\(name) needs a positive number") }
        return number
    }
}
