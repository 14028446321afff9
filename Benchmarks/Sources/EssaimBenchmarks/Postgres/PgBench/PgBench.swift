import Foundation

/// pgbench, PostgreSQL's own client: what the same statements cost when nothing but them is done.
struct PgBench: Sendable {
    struct Figures: Sendable {
        let transactions: Int
        let perSecond: Double
        let milliseconds: Double
        let retries: Int
        /// For one transaction: of pgbench, and of the server's processes that it talked to.
        let processorMilliseconds: Double
        let serverMilliseconds: Double
    }

    let database: MeasuredDatabase
    /// Where scripts are written.
    let folder: String
    let seconds: Int
    /// Before what is counted: every client reads the catalogue and plans its statements anew. Ours did so once.
    static let warmUp = 2.0

    /// - Parameter variables: more of them for this run.
    func measure(_ script: PgBenchScript, clients: Int, _ variables: [String: String] = [:]) async throws -> Figures {
        let path = folder + "/pgbench.sql"
        try script.text.write(toFile: path, atomically: true, encoding: .utf8)
        let postmaster = try await postmaster()
        let used = (ProcessorTime.ofEndedChildren(), ProcessorTime.of(process: postmaster)?.endedChildren ?? 0)
        // Refused for a conflict, a transaction is run again until the time is up.
        let said = try await Program.run(
            ["pgbench", "-n", "-M", "prepared", "-c", "\(clients)", "-j", "\(min(2, clients))", "-P", "1"]
                + ["-T", "\(Int(Self.warmUp) + seconds)", "--max-tries=0", "-f", path]
                + script.variables.merging(variables) { $1 }.flatMap { ["-D", "\($0)=\($1)"] } + [database.address],
            environment: ["PGOPTIONS": MeasuredDatabase.options])
        // The server's processes end after their clients.
        try await Task.sleep(for: .milliseconds(300))
        let (own, server) = (
            ProcessorTime.ofEndedChildren() - used.0,
            (ProcessorTime.of(process: postmaster)?.endedChildren ?? 0) - used.1
        )
        func number(_ label: String) -> Double? { Self.numbers(after: label, in: said).first }
        // A line a second; the last one may miss.
        let rates = Self.numbers(after: " s, ", in: said).dropFirst(Int(Self.warmUp))
        guard let count = number("number of transactions actually processed: "), count > 0,
            number("number of failed transactions: ") == 0, let latency = number("latency average = "), !rates.isEmpty
        else { throw Settings.Fault(description: "pgbench said:\n\(said)") }
        return Figures(
            transactions: Int(count), perSecond: rates.reduce(0, +) / Double(rates.count), milliseconds: latency,
            retries: Int(number("total number of retries: ") ?? 0), processorMilliseconds: own / count,
            serverMilliseconds: server / count)
    }

    /// The number that follows `label`, line by line.
    private static func numbers(after label: String, in text: String) -> [Double] {
        text.split(separator: "\n").compactMap { line in
            line.firstRange(of: label).flatMap { range in
                Double(line[range.upperBound...].prefix { "0123456789.".contains($0) })
            }
        }
    }

    /// The server's first process, which the others are children of.
    private func postmaster() async throws -> Int {
        guard let process = try await database.processes().first,
            let parent = ProcessorTime.of(process: process)?.parent
        else { throw Settings.Fault(description: "none of the server's processes is to be seen") }
        return parent
    }
}
