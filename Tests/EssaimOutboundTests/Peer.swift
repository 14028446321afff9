import Foundation
import Synchronization
import Testing

/// A Python server that runs beside a test, on this machine only; it ends with this value, or with the test's process.
final class Peer: Sendable {
    /// One for all the tests that need no peer of their own.
    static func shared() throws -> Peer { try everyones.get() }
    private static let everyones = Result { try Peer("http_peer.py") }

    let port: Int
    private let process: Process
    private let input: Pipe
    private let output: FileHandle
    private let unread = Mutex(Data())

    /// Python with what `Peers/requirements.txt` names; made by `scripts/python-peers`.
    static var storagePython: String {
        get throws {
            let house = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
            let python = house.appending(path: ".venv-peers/bin/python").path
            guard FileManager.default.isExecutableFile(atPath: python) else {
                throw Missing(description: "run scripts/python-peers first")
            }
            return python
        }
    }

    /// Thrown rather than required: a failed requirement is recorded for the first test only that shares the peer.
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    /// - Parameters:
    ///   - script: a file of `Peers/`, which says its port on its first line.
    ///   - python: the interpreter.
    init(_ script: String, _ arguments: [String] = [], python: String = "python3") throws {
        process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Peers/\(script)")
        process.arguments = [python, file.path] + arguments
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        self.input = input
        self.output = output.fileHandleForReading
        try process.run()
        var line = Data()
        while let byte = try self.output.read(upToCount: 1), byte != Data("\n".utf8) { line += byte }
        guard let port = Int(String(decoding: line, as: UTF8.self)) else {
            throw Missing(description: "\(script) did not start")
        }
        self.port = port
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// What the peer says next, one line.
    func next() throws -> Data {
        try unread.withLock { unread in
            while true {
                if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                    defer { unread = Data(unread[(end + 1)...]) }
                    return Data(unread[..<end])
                }
                let more = output.availableData
                try #require(!more.isEmpty, "the peer ended")
                unread += more
            }
        }
    }

    /// Ends the peer; all that it said and that was not read.
    func end() throws -> String {
        try input.fileHandleForWriting.close()
        let rest = try output.readToEnd() ?? Data()
        return unread.withLock { String(decoding: $0 + rest, as: UTF8.self) }
    }

    func url(_ path: String, scheme: String = "http", host: String = "127.0.0.1") -> String {
        "\(scheme)://\(host):\(port)\(path)"
    }
}
