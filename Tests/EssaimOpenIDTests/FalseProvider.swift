import Crypto
import CryptoExtras
import EssaimDomain
import EssaimOutbound
import EssaimWorkflow
import Foundation
import Hummingbird
import HummingbirdTesting
import Synchronization

@testable import EssaimOpenID

/// A provider on a real socket that says whatever a test has it say.
final class FalseProvider: Sendable {
    struct Said {
        var idToken = ""
        var keys = #"{"keys": []}"#
        var userInfo = #"{"sub": "s", "name": "Anne Le Goff"}"#
        var userInfoType = "application/json"
        /// Members of the discovery document that replace the right ones.
        var discovery: [String: String] = [:]
    }

    private let said = Mutex(Said())
    private let asked = Mutex<[String]>([])

    func say(_ said: Said) { self.said.withLock { $0 = said } }

    /// The paths that were asked for, in order.
    var paths: [String] { asked.withLock { $0 } }

    /// One sign-in, from the departure to who it is.
    func signIn(
        _ kind: OfferedProvider.Kind = .other, port: Int, nonce: String? = nil, acr: String? = nil
    ) async -> Result<ProvenIdentity, ProviderFault> {
        let settings = ProviderSettings(
            name: "faux", title: "Faux", kind: kind, issuer: "http://localhost:\(port)", clientID: "essaim",
            clientSecret: nil, acr: acr)
        let providers = OpenIDProviders([settings], door: OutgoingDoor(), clock: Still())
        do throws(ProviderFault) {
            let left = try await providers.depart(to: "faux", back: "http://localhost/retour", renewedAfter: nil)
            let fixed = Departure(
                address: left.address, state: left.state, nonce: nonce ?? "n", verifier: left.verifier)
            return .success(
                try await providers.arrive(from: "faux", code: "c", fixed, back: "http://localhost/retour"))
        } catch {
            return .failure(error)
        }
    }

    struct Still: WallClock {
        func now() -> Instant { Instant(milliseconds: Int64(Tokens.now) * 1000) }
    }

    func run(_ test: @escaping @Sendable (Int) async throws -> Void) async throws {
        let router = Router()
        router.get("/.well-known/openid-configuration") { request, _ in
            let origin = "http://\(request.head.authority ?? "")"
            var document = [
                "issuer": origin, "authorization_endpoint": origin + "/a", "token_endpoint": origin + "/t",
                "jwks_uri": origin + "/k", "userinfo_endpoint": origin + "/u",
            ]
            document.merge(self.said.withLock { $0.discovery }) { $1 }
            return try self.answer(request, String(decoding: JSONEncoder().encode(document), as: UTF8.self))
        }
        router.post("/t") { request, _ in
            let token = self.said.withLock { $0.idToken }
            return self.answer(request, #"{"access_token": "a", "id_token": "\#(token)"}"#)
        }
        router.get("/k") { request, _ in self.answer(request, self.said.withLock { $0.keys }) }
        router.get("/u") { request, _ in
            let (text, type) = self.said.withLock { ($0.userInfo, $0.userInfoType) }
            return self.answer(request, text, type)
        }
        router.get("/evil") { request, _ in self.answer(request, self.said.withLock { $0.keys }) }
        let app = Application(router: router, configuration: .init(address: .hostname("localhost", port: 0)))
        try await app.test(.live) { client in
            try await test(client.port ?? 0)
        }
    }

    private func answer(_ request: Request, _ text: String, _ type: String = "application/json") -> Response {
        asked.withLock { $0.append(request.uri.path) }
        return Response(
            status: .ok, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

/// Tokens made by hand, right and wrong.
struct Tokens {
    static let now = 1_800_000_000.0

    let elliptic = P256.Signing.PrivateKey()
    let rsa: _RSA.Signing.PrivateKey

    init() throws { rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048) }

    /// As a provider publishes them.
    func keys(extra: String = "") throws -> String {
        let point = elliptic.publicKey.rawRepresentation
        let primitives = try rsa.publicKey.getKeyPrimitives()
        let (x, y) = (text(point.prefix(32)), text(point.suffix(32)))
        let (n, e) = (text(primitives.modulus), text(primitives.publicExponent))
        return """
            {"keys": [\(extra)
             {"kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": "e", "x": "\(x)", "y": "\(y)"},
             {"kty": "RSA", "alg": "RS256", "use": "sig", "kid": "r", "n": "\(n)", "e": "\(e)"}]}
            """
    }

    static func claims(_ port: Int, _ more: String = "") -> String {
        """
        {"iss": "http://localhost:\(port)", "sub": "s", "aud": "essaim", "exp": \(now + 100), "iat": \(now), "nonce": "n"\(more)}
        """
    }

    func signed(_ claims: String, header: String = #"{"alg":"ES256","kid":"e"}"#) throws -> String {
        let body = text(Data(header.utf8)) + "." + text(Data(claims.utf8))
        return body + "." + text(try elliptic.signature(for: Data(body.utf8)).rawRepresentation)
    }

    func signedByRSA(_ claims: String, header: String = #"{"alg":"RS256","kid":"r"}"#) throws -> String {
        let body = text(Data(header.utf8)) + "." + text(Data(claims.utf8))
        return body + "."
            + text(try rsa.signature(for: Data(body.utf8), padding: .insecurePKCS1v1_5).rawRepresentation)
    }

    /// Signed with what everyone knows: the public key, as the secret of an HMAC.
    func signedByPublicKey(_ claims: String, _ secret: Data) -> String {
        let body = text(Data(#"{"alg":"HS256","kid":"e"}"#.utf8)) + "." + text(Data(claims.utf8))
        let code = HMAC<SHA256>.authenticationCode(for: Data(body.utf8), using: SymmetricKey(data: secret))
        return body + "." + text(Data(code))
    }

    func text(_ data: some Collection<UInt8>) -> String { UnpaddedBase64.url.encode(Array(data)) }
}
