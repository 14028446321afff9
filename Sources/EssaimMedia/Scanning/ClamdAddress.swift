import Glibc

/// Where clamd listens: `unix:/run/clamav/clamd.ctl`, or `tcp://127.0.0.1:3310`. Files pass there in clear: over TCP only to
/// this machine (`127.…`, `[::1]`, `localhost`, which is 127.0.0.1).
public struct ClamdAddress: Sendable, Equatable, CustomStringConvertible {
    enum Place: Sendable, Equatable {
        /// An absolute path of 1 to 107 bytes (unix(7)).
        case unix(String)
        case ipv4([UInt8], port: UInt16)
        case ipv6Loopback(port: UInt16)
    }

    let place: Place
    public let description: String

    /// Nil for anything else.
    public init?(_ text: String) {
        description = text
        if text.hasPrefix("unix:") {
            let path = String(text.dropFirst(5))
            guard path.hasPrefix("/"), (2...107).contains(path.utf8.count), !path.utf8.contains(0) else { return nil }
            place = .unix(path)
            return
        }
        guard text.hasPrefix("tcp://"), let colon = text.lastIndex(of: ":") else { return nil }
        let host = text[..<colon].dropFirst(6)
        let digits = text[text.index(after: colon)...]
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = UInt16(digits), port > 0 else {
            return nil
        }
        if host == "[::1]" {
            place = .ipv6Loopback(port: port)
            return
        }
        var address = in_addr()
        guard inet_pton(AF_INET, host == "localhost" ? "127.0.0.1" : String(host), &address) == 1 else { return nil }
        let bytes = withUnsafeBytes(of: address.s_addr) { Array($0) }
        guard bytes[0] == 127 else { return nil }
        place = .ipv4(bytes, port: port)
    }

    /// An open socket of the right family, connected; -1 when it cannot be.
    /// - Parameter limit: for the connection to be taken.
    func connected(within limit: timeval) -> Int32 {
        switch place {
        case .unix(let path):
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
            return Self.connect(AF_UNIX, address, limit)
        case .ipv4(let bytes, let port):
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            withUnsafeMutableBytes(of: &address.sin_addr.s_addr) { $0.copyBytes(from: bytes) }
            return Self.connect(AF_INET, address, limit)
        case .ipv6Loopback(let port):
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = port.bigEndian
            address.sin6_addr = in6addr_loopback
            return Self.connect(AF_INET6, address, limit)
        }
    }

    private static func connect<Address>(_ family: Int32, _ address: Address, _ limit: timeval) -> Int32 {
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return -1 }
        // A connection waits no longer than a sending (socket(7), SO_SNDTIMEO).
        var limit = limit
        _ = setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let code = withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<Address>.size))
            }
        }
        guard code == 0 else {
            close(descriptor)
            return -1
        }
        return descriptor
    }
}
