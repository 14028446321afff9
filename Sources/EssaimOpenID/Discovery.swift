import EssaimWorkflow
import Foundation

/// What a provider says of itself (OpenID Connect Discovery 1.0, §3).
struct Discovery: Decodable, Sendable {
    let issuer: String
    let authorizationEndpoint: String
    let tokenEndpoint: String
    let userinfoEndpoint: String?
    let jwksURI: String
    let endSessionEndpoint: String?

    private enum CodingKeys: String, CodingKey {
        case issuer
        case authorizationEndpoint = "authorization_endpoint"
        case tokenEndpoint = "token_endpoint"
        case userinfoEndpoint = "userinfo_endpoint"
        case jwksURI = "jwks_uri"
        case endSessionEndpoint = "end_session_endpoint"
    }

    static func address(of issuer: String) -> String {
        (issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer) + "/.well-known/openid-configuration"
    }

    /// - Throws: `.misconfigured` when it speaks for another issuer, or leads to addresses that are none.
    init(_ bytes: [UInt8], of issuer: String) throws(ProviderFault) {
        guard let read = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { throw .away }
        // Mix-up (RFC 9207): a document of another issuer would send the code there.
        let addresses =
            [read.authorizationEndpoint, read.tokenEndpoint, read.jwksURI]
            + [read.userinfoEndpoint, read.endSessionEndpoint].compactMap(\.self)
        guard read.issuer == issuer, addresses.allSatisfy({ Self.isSafe($0, of: issuer) }) else { throw .misconfigured }
        self = read
    }

    /// Over TLS, or on this machine beside an issuer that is: some of these go to the browser, past the outgoing door.
    private static func isSafe(_ address: String, of issuer: String) -> Bool {
        guard let parts = URLComponents(string: address), let host = parts.host, !host.isEmpty, parts.user == nil else {
            return false
        }
        if parts.scheme == "https" { return true }
        return parts.scheme == "http" && here.contains(host) && URLComponents(string: issuer)?.scheme == "http"
    }

    private static let here: Set = ["localhost", "127.0.0.1"]
}
