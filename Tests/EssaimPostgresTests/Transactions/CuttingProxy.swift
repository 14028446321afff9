import Foundation
import Synchronization

/// Stands between the store and the server on a Unix socket, and cuts the line at a COMMIT.
final class CuttingProxy: Sendable {
    enum Cut: CaseIterable, Sendable {
        /// COMMIT never reaches the server.
        case before
        /// COMMIT reaches it, its answer reaches nobody.
        case after
        /// The line is cut at once; COMMIT reaches the server a while later, when the store has come back and asked.
        case late
    }

    /// The folder to give as host.
    let folder: String
    private let target: String
    private let listener: Int32
    private let cuts = Mutex<[Cut]>([])

    /// How many of the wanted cuts were made.
    var left: Int { cuts.withLock { $0.count } }

    /// - Parameter server: the server's own socket folder.
    init(in folder: String, before server: String) {
        self.folder = folder
        target = server + "/.s.PGSQL.5432"
        listener = Self.listening(folder + "/.s.PGSQL.5432")
        Thread { [self] in
            while true {
                let client = accept(listener, nil, nil)
                if client < 0 { return }
                Thread { [self] in serve(client) }.start()
            }
        }.start()
    }

    /// The next COMMIT is cut so.
    func cutNext(_ cut: Cut) { cuts.withLock { $0.append(cut) } }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private func serve(_ client: Int32) {
        let server = Self.connected(target)
        guard server >= 0 else {
            close(client)
            return
        }
        let answers = Thread { Self.pour(server, into: client) }
        answers.start()
        var bytes = [UInt8](repeating: 0, count: 65_536)
        var name: [UInt8]?
        var tail: [UInt8] = []
        while true {
            let count = recv(client, &bytes, bytes.count, 0)
            if count <= 0 { break }
            let sent = bytes[..<count]
            // What is looked for may come in two pieces.
            let seen = tail + sent
            tail = Array(seen.suffix(32))
            name = Self.nameOfCommit(in: seen[...]) ?? name
            // Bind: an unnamed portal, then the statement's name (PostgreSQL 15, §55.7).
            let isCommit = name.map { seen.contains([0] + $0 + [0]) } ?? false
            let cut = isCommit ? cuts.withLock { $0.isEmpty ? nil : $0.removeFirst() } : nil
            switch cut {
            case nil: Self.say(sent, to: server)
            case .before: shutdown(server, Int32(SHUT_RDWR))
            case .after:
                shutdown(client, Int32(SHUT_RDWR))
                Self.say(sent, to: server)
                usleep(20_000)
            case .late:
                shutdown(client, Int32(SHUT_RDWR))
                usleep(150_000)
                Self.say(sent, to: server)
                usleep(20_000)
            }
            if cut != nil { break }
        }
        shutdown(client, Int32(SHUT_RDWR))
        shutdown(server, Int32(SHUT_RDWR))
        while !answers.isFinished { usleep(1_000) }
        close(client)
        close(server)
    }

    /// Under what name this connection prepares COMMIT (Parse: name, NUL, text, NUL); nil when it does not here.
    private static func nameOfCommit(in sent: ArraySlice<UInt8>) -> [UInt8]? {
        guard let text = sent.firstRange(of: [0] + Array("COMMIT".utf8) + [0]) else { return nil }
        let name = sent[..<text.lowerBound].reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.reversed()
        return [UInt8(ascii: "s")] + name
    }

    private static func pour(_ from: Int32, into to: Int32) {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(from, &bytes, bytes.count, 0)
            if count <= 0 { break }
            say(bytes[..<count], to: to)
        }
        shutdown(to, Int32(SHUT_RDWR))
    }

    private static func say(_ bytes: ArraySlice<UInt8>, to socket: Int32) {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count <= 0 { return }
            rest = rest.dropFirst(count)
        }
    }

    private static func listening(_ path: String) -> Int32 {
        let made = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        _ = withAddress(path) { bind(made, $0, $1) }
        listen(made, 64)
        return made
    }

    private static func connected(_ path: String) -> Int32 {
        let made = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        if withAddress(path, { connect(made, $0, $1) }) == 0 { return made }
        close(made)
        return -1
    }

    private static func withAddress(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8.prefix(107)) + [0]) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
