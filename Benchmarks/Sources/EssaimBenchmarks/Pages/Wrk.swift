import Foundation

/// `wrk`, a client of its own process: keeps so many connections busy, times every answer.
struct Wrk: Sendable {
    struct Figures: Sendable {
        let perSecond: Double
        let milliseconds: Percentiles
        let bytes: Int
    }

    let script: String
    let seconds: Int

    /// - Parameter headers: sent with each request.
    /// - Throws: when a single answer failed.
    func measure(_ address: String, connections: Int, headers: [String] = []) async throws -> Figures {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["wrk", "--threads", "1", "--connections", "\(connections)", "--duration", "\(seconds)s", "--script", script]
            + headers.flatMap { ["--header", $0] } + [address]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                let data = output.fileHandleForReading.readDataToEndOfFile()
                process.waitUntilExit()
                continuation.resume(returning: String(decoding: data, as: UTF8.self))
            }
        }
        let numbers = text.split(separator: "\n").first { $0.hasPrefix("FIGURES ") }
            .map { $0.split(separator: " ").dropFirst().compactMap { Double($0) } } ?? []
        guard numbers.count == 6, numbers[0] > 0 else { throw Settings.Fault(description: "wrk said nothing of \(address)") }
        guard numbers[5] == 0 else { throw Settings.Fault(description: "\(Int(numbers[5])) failures at \(address)") }
        return Figures(
            perSecond: numbers[0] / numbers[1] * 1_000_000,
            milliseconds: Percentiles(p50: numbers[3] / 1000, p99: numbers[4] / 1000), bytes: Int(numbers[2] / numbers[0]))
    }
}
