import Foundation

/// The one address of the server: what links, the Origin check, passkeys and OpenID stand on.
public struct PublicOrigin: Sendable, Equatable {
    /// `http://localhost:8080`, without a path.
    public let text: String
    /// `localhost:8080`, as a Host header says it.
    public let authority: String
    /// `localhost`: what passkeys are made for.
    public let host: String
    public let isHTTPS: Bool
    /// Other origins that a form of ours may end at: the providers' sign-in pages, for browsers hold a redirect to the policy
    /// of the page that sent the form (CSP Level 3, form-action).
    public var leadsTo: [String] = []

    public enum Fault: Error, Sendable, Equatable {
        case notAnAddress
        /// Beyond loopback, health data travels over TLS only.
        case plainBeyondLoopback
    }

    public init(_ text: String) throws(Fault) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            scheme == "http" || scheme == "https", let host = parts.host?.lowercased(), !host.isEmpty,
            parts.port.map({ (1...65535).contains($0) }) ?? true, parts.path.isEmpty || parts.path == "/",
            parts.query == nil, parts.fragment == nil, parts.user == nil
        else { throw .notAnAddress }
        isHTTPS = scheme == "https"
        self.host = host
        guard isHTTPS || Self.isLoopback(host) else { throw .plainBeyondLoopback }
        let standard = isHTTPS ? 443 : 80
        authority = parts.port.map { $0 == standard ? host : "\(host):\($0)" } ?? host
        self.text = "\(scheme)://\(authority)"
    }

    /// `localhost`, `[::1]`, or an address of 127.0.0.0/8 in four numbers: nothing that merely begins so.
    public static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "[::1]" || host == "::1" { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { part in
            part.count <= 3 && part.allSatisfy { $0.isASCII && $0.isNumber } ? UInt8(part) : nil
        }
        return numbers.count == 4 && numbers[0] == 127 && numbers.allSatisfy { $0 != nil }
    }

    /// Another spelling of this machine (`127.0.0.1:8080`), to be sent to the one address: WebAuthn refuses numbers.
    func isOtherSpelling(_ other: String) -> Bool {
        other != authority && Self.isLoopback(Self.host(of: other)) && Self.isLoopback(Self.host(of: authority))
    }

    /// An authority without its port; empty when what follows the host is no port.
    private static func host(of authority: String) -> String {
        let end = authority.hasPrefix("[") ? authority.firstIndex(of: "]").map(authority.index(after:)) : nil
        let cut = end ?? authority.firstIndex(of: ":") ?? authority.endIndex
        let port = authority[cut...].dropFirst()
        let isPort = authority[cut...].first.map { $0 == ":" && !port.isEmpty && port.allSatisfy(\.isNumber) } ?? true
        return isPort ? String(authority[..<cut]) : ""
    }
}
