import Foundation

/// `wrk`, a client of its own process: keeps so many connections busy, times every answer.
struct Wrk: Sendable {
    struct Figures: Sendable {
        let perSecond: Double
        let milliseconds: Percentiles
        let bytes: Int
        /// Of this process, which serves, for one answer.
        let processorMilliseconds: Double
    }

    let seconds: Int

    /// - Parameter headers: sent with each request.
    /// - Throws: when a single answer failed.
    func measure(_ address: String, connections: Int, headers: [String] = []) async throws -> Figures {
        let used = ProcessorTime.milliseconds()
        let numbers = try await run("wrk-figures.lua", connections, seconds, address, headers)
        guard numbers.count == 6, numbers[0] > 0, numbers[5] == 0 else {
            throw Settings.Fault(description: "wrk at \(address): \(numbers)")
        }
        return Figures(
            perSecond: numbers[0] / numbers[1] * 1_000_000,
            milliseconds: Percentiles(p50: numbers[3] / 1000, p99: numbers[4] / 1000),
            bytes: Int(numbers[2] / numbers[0]),
            processorMilliseconds: (ProcessorTime.milliseconds() - used) / numbers[0])
    }

    /// How many rows the page shows: one that lost them is quick for nothing.
    /// - Throws: when an answer was anything but 200: a sign-in page is quick too.
    func rows(_ address: String, headers: [String]) async throws -> Int {
        let numbers = try await run("wrk-look.lua", 1, 1, address, headers)
        guard numbers.count == 3, numbers[0] > 0, numbers[1] == 0 else {
            throw Settings.Fault(description: "wrk at \(address): \(numbers)")
        }
        return Int(numbers[2])
    }

    /// The numbers of the line that the script prints.
    private func run(
        _ script: String, _ connections: Int, _ seconds: Int, _ address: String, _ headers: [String]
    ) async throws -> [Double] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let load = ["wrk", "--threads", "1", "--connections", "\(connections)", "--duration", "\(seconds)s"]
        process.arguments = load + ["--script", script] + headers.flatMap { ["--header", $0] } + [address]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                let data = output.fileHandleForReading.readDataToEndOfFile()
                continuation.resume(returning: String(decoding: data, as: UTF8.self))
            }
        }
        let line = text.split(separator: "\n").first { $0.hasPrefix("FIGURES ") || $0.hasPrefix("LOOK ") } ?? ""
        return line.split(separator: " ").dropFirst().compactMap { Double($0) }
    }
}
