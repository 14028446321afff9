import Subprocess
import SystemPackage

/// Programs that make samples and look at what was made. Errors are failures of the test.
enum Tool {
    struct Failure: Error { let program: String, status: String, complaint: String }

    /// Runs a program of the distribution to its end; its standard output.
    @discardableResult
    static func run(_ program: String, _ arguments: [String], input: [UInt8] = []) async throws -> [UInt8] {
        let result = try await Subprocess.run(
            .name(program), arguments: Arguments(arguments), input: .array(input), output: .bytes(limit: 1 << 28),
            error: .string(limit: 1 << 16))
        guard result.terminationStatus.isSuccess else {
            throw Failure(
                program: program, status: "\(result.terminationStatus)", complaint: result.standardError)
        }
        return result.standardOutput
    }
}
