import Foundation
import Glibc

/// Takes one connection on a Unix socket and behaves as a test says, on a thread of its own.
final class ScriptedClamd: Sendable {
    let address: String
    private let folder: TemporaryFolder
    private let listening: Int32

    /// - Parameter behaviour: given the open connection; it is closed when this returns.
    init(_ behaviour: @escaping @Sendable (FileHandle) throws -> Void) throws {
        folder = try TemporaryFolder()
        let path = folder.path + "/socket"
        address = "unix:" + path
        listening = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var place = sockaddr_un()
        place.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &place.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listening, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0, listen(listening, 8) == 0 else { throw RunningClamd.Missing(description: "no socket") }
        let thread = Thread { [listening] in
            let connection = accept(listening, nil, nil)
            guard connection >= 0 else { return }
            try? behaviour(FileHandle(fileDescriptor: connection, closeOnDealloc: true))
        }
        thread.start()
    }

    deinit {
        shutdown(listening, Int32(SHUT_RDWR))
        close(listening)
    }

    /// Reads one whole stream as clamd does, then says this; see `say`.
    static func saying(_ answer: String) throws -> ScriptedClamd {
        try ScriptedClamd { line in
            _ = try stream(from: line)
            say(answer, on: line)
        }
    }

    /// All of it, unless the scanner has hung up: no signal then. `~` stands for the zero byte.
    static func say(_ text: String, on line: FileHandle) {
        var rest = text.utf8.map { $0 == UInt8(ascii: "~") ? 0 : $0 }[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                send(line.fileDescriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// A whole stream without its lengths; checks the command.
    static func stream(from line: FileHandle) throws -> [UInt8] {
        guard try exactly(10, line) == Array("zINSTREAM\0".utf8) else { throw RunningClamd.Missing(description: "") }
        var stream: [UInt8] = []
        while true {
            let length = try exactly(4, line).reduce(0) { $0 << 8 | Int($1) }
            if length == 0 { return stream }
            stream += try exactly(length, line)
        }
    }

    private static func exactly(_ count: Int, _ line: FileHandle) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count, let more = try line.read(upToCount: count - bytes.count), !more.isEmpty {
            bytes += more
        }
        return bytes
    }
}
