import Foundation

/// The one address of the server: what links, the Origin check, passkeys and OpenID stand on.
public struct PublicOrigin: Sendable, Equatable {
    /// `http://localhost:8080`, without a path.
    public let text: String
    /// `localhost:8080`, as a Host header says it.
    public let authority: String
    public let isHTTPS: Bool

    public enum Fault: Error, Sendable, Equatable {
        case notAnAddress
        /// Beyond loopback, health data travels over TLS only.
        case plainBeyondLoopback
    }

    public init(_ text: String) throws(Fault) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            scheme == "http" || scheme == "https", let host = parts.host?.lowercased(), !host.isEmpty,
            parts.path.isEmpty || parts.path == "/", parts.query == nil, parts.fragment == nil, parts.user == nil
        else { throw .notAnAddress }
        isHTTPS = scheme == "https"
        guard isHTTPS || Self.isLoopback(host) else { throw .plainBeyondLoopback }
        let standard = isHTTPS ? 443 : 80
        authority = parts.port.map { $0 == standard ? host : "\(host):\($0)" } ?? host
        self.text = "\(scheme)://\(authority)"
    }

    public static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host == "[::1]" || host == "::1" || host.hasPrefix("127.")
    }

    /// Another spelling of this machine (`127.0.0.1:8080`), to be sent to the one address: WebAuthn refuses numbers.
    func isOtherSpelling(_ authority: String) -> Bool {
        let host =
            authority.hasPrefix("[")
            ? String(authority.prefix { $0 != "]" }) + "]"
            : authority.split(separator: ":").first.map(String.init) ?? ""
        return authority != self.authority && Self.isLoopback(host)
            && Self.isLoopback(
                self.authority.split(separator: ":").first.map(String.init) ?? "")
    }
}
