import Foundation
import Testing
import TransparencyLog

/// `Tests/Outside/logcheck.go`, built into a folder of its own that goes away with this value.
final class OutsideProgram {
    /// Where the program lies, and what it is to read.
    private let folder: URL
    private let program: URL

    /// Builds the program; fails with the compiler's words, or with what must be installed.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "logcheck-\(UUID().uuidString)")
        program = folder.appending(path: "logcheck")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let source = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Outside/logcheck.go")
        let go = try #require(
            ["/usr/bin/go", "/usr/local/go/bin/go"].first(where: FileManager.default.isExecutableFile),
            "Go is missing: apt install golang-go golang-golang-x-mod-dev")
        let settings = [
            "GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOFLAGS": "", "CGO_ENABLED": "0",
            "HOME": folder.path, "GOCACHE": folder.appending(path: "cache").path, "PATH": "/usr/bin:/bin",
        ]
        let (code, words) = try Self.run(
            URL(filePath: go), ["build", "-o", program.path, source.path], environment: settings)
        try #require(code == 0, "logcheck.go does not build (golang-golang-x-mod-dev?): \(words)")
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Runs the program: its exit code and what it printed, without the last line feed.
    func answer(_ arguments: String...) throws -> (code: Int32, words: String) {
        try Self.run(program, arguments, environment: [:])
    }

    /// The path of a file or folder in the program's folder.
    func path(_ name: String) -> String {
        folder.appending(path: name).path
    }

    /// Writes a file into the folder, and gives its path.
    func write(_ bytes: some Collection<UInt8>, to name: String) throws -> String {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file.path
    }

    /// Takes a file out of the folder.
    func remove(_ name: String) throws {
        try FileManager.default.removeItem(at: folder.appending(path: name))
    }

    private static func run(
        _ program: URL, _ arguments: [String], environment: [String: String]
    ) throws -> (code: Int32, words: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = program
        process.arguments = arguments
        process.environment = environment
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let words = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, words.trimmingCharacters(in: .newlines))
    }
}
