import Crypto
import EssaimDomain
import EssaimWorkflow
import Foundation
import JWTKit

/// What an ID token says, once its signature is the provider's (OpenID Connect Core 1.0, §2).
struct IDToken: JWTPayload {
    let iss: String
    let sub: String
    let aud: AudienceClaim
    let azp: String?
    let exp: Double
    let iat: Double
    let nbf: Double?
    let nonce: String?
    let acr: String?
    let amr: [String]?
    /// When they showed who they are, there.
    let authTime: Double?
    let atHash: String?

    private enum CodingKeys: String, CodingKey {
        case iss, sub, aud, azp, exp, iat, nbf, nonce, acr, amr
        case authTime = "auth_time"
        case atHash = "at_hash"
    }

    /// How far clocks may differ, in seconds.
    static let leeway = 60.0
    /// A token much older than the sign-in it ends was made for another.
    static let oldest = 600.0

    /// Everything that depends on the sign-in is looked at by `check`.
    func verify(using algorithm: some JWTAlgorithm) {}

    /// §3.1.3.7, in its order, and the access token that came with it (§3.1.3.6).
    func check(
        _ settings: ProviderSettings, _ departure: Departure, accessToken: String, now: Double
    ) throws(ProviderFault) {
        guard iss == settings.issuer, aud.value.contains(settings.clientID), !sub.isEmpty,
            aud.value.count == 1 || azp == settings.clientID, azp == nil || azp == settings.clientID,
            now < exp + Self.leeway, iat < now + Self.leeway, now - iat < Self.oldest,
            nbf.map({ $0 < now + Self.leeway }) ?? true, nonce == departure.nonce,
            atHash.map({ $0 == Self.half(of: accessToken) }) ?? true
        else { throw .token }
        if let acr = settings.acr {
            guard self.acr == acr else { throw .weak }
        }
        if let amr = settings.amr {
            guard self.amr?.contains(amr) == true else { throw .weak }
        }
        // Asked to show it again (`prompt=login`), they did, and not before they left.
        if let asked = departure.renewedAfter {
            guard let authTime, authTime + Self.leeway >= Double(asked.milliseconds) / 1000 else { throw .weak }
        }
    }

    /// The left half of its digest: every algorithm that is taken uses SHA-256.
    private static func half(of accessToken: String) -> String {
        UnpaddedBase64.url.encode(Array(SHA256.hash(data: Array(accessToken.utf8)).prefix(16)))
    }
}
