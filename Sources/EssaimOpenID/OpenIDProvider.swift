import Crypto
import EssaimDomain
import EssaimOutbound
import EssaimWorkflow
import Foundation
import JWTKit

/// Sign-in by one provider: authorization code with PKCE, state and nonce (OpenID Connect Core 1.0, §3.1; RFC 7636). What it
/// says of itself and its keys are kept for a while; a key that is not known is asked for again.
actor OpenIDProvider {
    nonisolated let settings: ProviderSettings
    private let door: OutgoingDoor
    private let now: @Sendable () -> Double
    private var discovery: (document: Discovery, at: Double)?
    private var keys: (collection: JWTKeyCollection, at: Double)?

    /// For how long what a provider publishes is believed, in seconds.
    private static let fresh = 3600.0
    /// A token under an unknown key asks for the keys again, no more often than this.
    private static let keyPause = 30.0

    init(_ settings: ProviderSettings, door: OutgoingDoor, now: @escaping @Sendable () -> Double) {
        self.settings = settings
        self.door = door
        self.now = now
    }

    /// - Parameter renewedAfter: the instant after which they are to show who they are, whatever session they have there.
    func depart(back: String, renewedAfter: Instant?) async throws(ProviderFault) -> Departure {
        let document = try await document()
        let (state, nonce, verifier) = (Self.random(), Self.random(), Self.random())
        let challenge = UnpaddedBase64.url.encode(Array(SHA256.hash(data: Array(verifier.utf8))))
        var asked = [
            ("response_type", "code"), ("client_id", settings.clientID), ("redirect_uri", back),
            ("scope", settings.scopes), ("state", state), ("nonce", nonce), ("code_challenge", challenge),
            ("code_challenge_method", "S256"),
        ]
        if let acr = settings.acr { asked.append(("acr_values", acr)) }
        if renewedAfter != nil { asked += [("prompt", "login"), ("max_age", "0")] }
        let joint = document.authorizationEndpoint.contains("?") ? "&" : "?"
        return Departure(
            address: document.authorizationEndpoint + joint + Self.form(asked), state: state, nonce: nonce,
            verifier: verifier, renewedAfter: renewedAfter)
    }

    func arrive(code: String, _ departure: Departure, back: String) async throws(ProviderFault) -> ProvenIdentity {
        let document = try await document()
        let tokens = try await tokens(code, departure, back, document)
        let claims = try await claims(of: tokens.idToken, document)
        try claims.check(settings, departure, accessToken: tokens.accessToken, now: now())
        guard let userinfo = document.userinfoEndpoint else { throw .misconfigured }
        let answer = try await get(userinfo, headers: [("Authorization", "Bearer \(tokens.accessToken)")])
        let said = try await userInfo(answer, document)
        // The two must speak of one person (§5.3.2); Pro Santé Connect leaves `sub` out of its shortest answers.
        guard said.sub == nil || said.sub == claims.sub else { throw .identity }
        guard said.isFor(settings, now: now()) else { throw .token }
        return try said.identity(settings, sub: claims.sub, idToken: tokens.idToken)
    }

    func leave(idToken: String, back: String, state: String) async -> String? {
        guard let end = try? await document().endSessionEndpoint else { return nil }
        let asked = [
            ("id_token_hint", idToken), ("post_logout_redirect_uri", back), ("state", state),
            ("client_id", settings.clientID),
        ]
        return end + (end.contains("?") ? "&" : "?") + Self.form(asked)
    }

    // MARK: what the provider publishes

    private func document() async throws(ProviderFault) -> Discovery {
        if let discovery, now() - discovery.at < Self.fresh { return discovery.document }
        let answer = try await get(Discovery.address(of: settings.issuer))
        let document = try Discovery(answer.body, of: settings.issuer)
        discovery = (document, now())
        return document
    }

    private func claims(of token: String, _ document: Discovery) async throws(ProviderFault) -> IDToken {
        for isLast in [false, true] {
            let isStale = keys.map { now() - $0.at >= (isLast ? Self.keyPause : Self.fresh) } ?? true
            if isStale { try await fetchKeys(document) } else if isLast { break }
            if let collection = keys?.collection, takes(token),
                let claims = try? await collection.verify(token, as: IDToken.self)
            {
                return claims
            }
        }
        throw .token
    }

    /// The header alone says by which algorithm; which may be, the settings say.
    private func takes(_ token: String) -> Bool {
        let parsed = try? DefaultJWTParser().parse(Array(token.utf8), as: AnyClaims.self)
        return parsed?.header.alg.map(settings.algorithms.contains) == true
    }

    private struct AnyClaims: JWTPayload {
        func verify(using algorithm: some JWTAlgorithm) {}
    }

    private func fetchKeys(_ document: Discovery) async throws(ProviderFault) {
        let answer = try await get(document.jwksURI)
        guard let published = try? JSONDecoder().decode(PublishedKeys.self, from: Data(answer.body)) else {
            throw .away
        }
        keys = (await published.collection(), now())
    }

    // MARK: calls

    private struct Tokens: Decodable {
        let accessToken: String
        let idToken: String

        enum CodingKeys: String, CodingKey {
            case accessToken = "access_token"
            case idToken = "id_token"
        }
    }

    private func tokens(
        _ code: String, _ departure: Departure, _ back: String, _ document: Discovery
    ) async throws(ProviderFault) -> Tokens {
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", back),
            ("code_verifier", departure.verifier), ("client_id", settings.clientID),
        ]
        if let secret = settings.clientSecret { fields.append(("client_secret", secret)) }
        let answer = try await call(
            OutgoingCall(
                .post, document.tokenEndpoint,
                headers: [("Content-Type", "application/x-www-form-urlencoded"), ("Accept", "application/json")],
                body: Array(Self.form(fields).utf8)))
        if (400..<500).contains(answer.status) { throw .refused }
        guard answer.status == 200, let tokens = try? JSONDecoder().decode(Tokens.self, from: Data(answer.body)) else {
            throw .away
        }
        return tokens
    }

    /// JSON, or a signed token of the same (§5.3.2).
    private func userInfo(_ answer: OutgoingAnswer, _ document: Discovery) async throws(ProviderFault) -> UserInfo {
        if answer.contentType?.lowercased().hasPrefix("application/jwt") == true {
            guard let keys, let token = String(validating: answer.body, as: UTF8.self), takes(token),
                let said = try? await keys.collection.verify(token, as: UserInfo.self)
            else { throw .token }
            return said
        }
        guard let said = try? JSONDecoder().decode(UserInfo.self, from: Data(answer.body)) else { throw .away }
        return said
    }

    private func get(_ address: String, headers: [(String, String)] = []) async throws(ProviderFault) -> OutgoingAnswer
    {
        let answer = try await call(OutgoingCall(.get, address, headers: headers + [("Accept", "application/json")]))
        guard answer.status == 200 else { throw .away }
        return answer
    }

    private func call(_ call: OutgoingCall) async throws(ProviderFault) -> OutgoingAnswer {
        do throws(OutgoingFault) {
            return try await door.exchange(call)
        } catch {
            throw .away
        }
    }

    /// 256 bits.
    private static func random() -> String {
        var random = SystemRandomNumberGenerator()
        return UnpaddedBase64.url.encode((0..<32).map { _ in UInt8.random(in: 0...255, using: &random) })
    }

    static func form(_ fields: [(String, String)]) -> String {
        fields.map { "\(escaped($0))=\(escaped($1))" }.joined(separator: "&")
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
