import CLibPQ
import Foundation

/// Where the database is and how to reach it: `postgres://…` or `key=value`, as libpq reads both (PostgreSQL 15, §34.1.1),
/// with what safety asks filled in.
public struct PostgresAddress: Sendable {
    struct Parameter: Sendable {
        let keyword: String
        let value: String
    }

    let parameters: [Parameter]

    public enum Fault: Error, Sendable, Equatable {
        case unreadable(String)
        /// Beyond this machine the server's certificate is verified, whole: nothing less is accepted.
        case unverified(mode: String)
    }

    /// What is set unless the address says otherwise.
    private static let defaults = [
        ("application_name", "essaim"), ("connect_timeout", "5"),
        // Of several hosts, the one that takes writes: a switch of servers is followed by itself.
        ("target_session_attrs", "read-write"),
        // A server that went away without a word is found within seconds.
        ("keepalives_idle", "10"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
        ("tcp_user_timeout", "15000"),
    ]

    /// Where Debian keeps the authorities that this machine trusts.
    private static let authorities = "/etc/ssl/certs/ca-certificates.crt"

    public init(_ text: String) throws(Fault) {
        var message: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(text, &message) else {
            // libpq's sentence may quote the address, password and all.
            PQfreemem(message)
            throw .unreadable("PostgreSQL does not read it as an address")
        }
        defer { PQconninfoFree(options) }
        var given: [String: String] = [:]
        var next = options
        while let keyword = next.pointee.keyword {
            if let value = next.pointee.val { given[String(cString: keyword)] = String(cString: value) }
            next += 1
        }
        for (keyword, value) in Self.defaults where given[keyword] == nil { given[keyword] = value }
        if Self.isLocal(given) {
            if given["sslmode"] == nil { given["sslmode"] = "prefer" }
        } else {
            let mode = given["sslmode"] ?? "verify-full"
            guard mode == "verify-full" else { throw .unverified(mode: mode) }
            given["sslmode"] = mode
            if given["sslrootcert"] == nil, FileManager.default.fileExists(atPath: Self.authorities) {
                given["sslrootcert"] = Self.authorities
            }
        }
        parameters = given.sorted { $0.key < $1.key }.map { Parameter(keyword: $0.key, value: $0.value) }
    }

    /// The database and where it is, for people and logs: never who signs in, nor how.
    public var place: String {
        let base = self["dbname"] ?? "(default)"
        let hosts = (self["host"] ?? self["hostaddr"] ?? "(local)").split(
            separator: ",", omittingEmptySubsequences: false)
        let ports = (self["port"] ?? "5432").split(separator: ",", omittingEmptySubsequences: false)
        let places = hosts.enumerated().map { position, host in
            let port = ports.count == hosts.count ? ports[position] : ports[0]
            return "\(host):\(port.isEmpty ? "5432" : port)"
        }
        return "\(base) @ \(places.joined(separator: ", "))"
    }

    subscript(keyword: String) -> String? { parameters.first { $0.keyword == keyword }?.value }

    /// Every host is this machine: a socket's folder, or loopback.
    private static func isLocal(_ given: [String: String]) -> Bool {
        let hosts = [given["host"], given["hostaddr"]].compactMap(\.self)
            .flatMap { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        return hosts.allSatisfy { host in
            host.isEmpty || host.hasPrefix("/") || host.hasPrefix("@") || host == "localhost" || host == "::1"
                || isLoopback(host)
        }
    }

    /// 127.0.0.0/8, written as four numbers.
    private static func isLoopback(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return parts.count == 4 && parts[0] == 127 && parts.allSatisfy { $0 != nil }
    }
}
