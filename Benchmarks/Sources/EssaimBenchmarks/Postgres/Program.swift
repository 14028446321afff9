import Foundation

/// Another program, run to its end.
enum Program {
    /// What it said, on its output and its error output.
    /// - Throws: the same, when it failed.
    static func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                // A child inherits its parent thread's mask, in which Dispatch blocks the SIGALRM that ends pgbench.
                var none = sigset_t()
                sigemptyset(&none)
                pthread_sigmask(SIG_SETMASK, &none, nil)
                continuation.resume(with: Result { try wait(for: arguments, environment) })
            }
        }
    }

    private static func wait(for arguments: [String], _ environment: [String: String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, output)
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Settings.Fault(description: "\(arguments[0]) failed: \(said.suffix(2_000))")
        }
        return said
    }
}
