import Foundation

/// A program of the system that a test needs. Its absence is a failure with a sentence, never a test passed over.
struct Tool {
    let name: String
    /// The Debian packages that bring it.
    let packages: String

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// What the program says on its standard output.
    func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        let complaint = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        switch process.terminationStatus {
        case 0: return String(decoding: said, as: UTF8.self)
        case 127: throw Failure(description: "These tests need \(name): install \(packages).")
        case let status:
            let words = String(decoding: complaint, as: UTF8.self)
            throw Failure(description: "\(name) ended with \(status): \(words)")
        }
    }
}

/// A folder for one test, gone after it.
func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("essaim-documents-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}
