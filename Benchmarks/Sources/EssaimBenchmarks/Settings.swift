import Foundation

/// What a run measures, from its arguments: `--demands 100000 --seconds 2 --rounds 3 --results DIR`.
struct Settings: Sendable {
    /// Demands in the folder, ended or not.
    var demands = 100_000
    /// How long one figure is measured, in seconds; each is measured `rounds` times.
    var seconds = 2.0
    var rounds = 3
    /// Where the figures are written and the data folder stands: a real disk.
    var results = "results"
    /// Callers at once, of the commands.
    let callers = [1, 32, 128]
    /// Connections at once, of the pages.
    let connections = [1, 32]

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
            default: throw Fault(description: "unknown option \(name): --demands, --seconds, --rounds, --results")
            }
        }
    }

    private static func number(_ text: String, for name: String) throws -> Int {
        guard let number = Int(text), number > 0 else { throw Fault(description: "\(name) needs a positive number") }
        return number
    }
}
