import EssaimDomain
import EssaimWorkflow
import Foundation
import JWTKit

/// Assertions as JWTs (RFC 7523, §3). The key is the registered one that the header names, the algorithm one of that key's:
/// whatever else a header offers – keys, addresses of keys, certificates – is not looked at.
public struct SignedAssertions: ClientAssertions {
    public init() {}

    public func claimed(_ assertion: String) -> ClaimedClient? {
        guard let said = try? DefaultJWTParser().parse(Array(assertion.utf8), as: Claims.self),
            // What must be understood (RFC 7515, §4.1.11) is not.
            said.header.fields["crit"] == nil, let algorithm = said.header.alg, let key = said.header.kid,
            SoftwareKey.Kind.allCases.contains(where: { $0.algorithms.contains(algorithm) }), SoftwareKey.isName(key)
        else { return nil }
        return ClaimedClient(account: Identifier(said.payload.sub), key: key, algorithm: algorithm)
    }

    public func verified(_ assertion: String, by key: SoftwareKey) async -> ClientAssertion? {
        guard let claimed = claimed(assertion), key.kind.algorithms.contains(claimed.algorithm),
            let keys = try? await collection(of: key, for: claimed.algorithm),
            let said = try? await keys.verify(assertion, as: Claims.self)
        else { return nil }
        return ClientAssertion(
            issuer: said.iss, subject: said.sub, audience: said.aud, issuedAt: said.iat, expiresAt: said.exp,
            notBefore: said.nbf, name: said.jti)
    }

    /// One key, for one algorithm.
    private func collection(of key: SoftwareKey, for algorithm: String) async throws -> JWTKeyCollection {
        let keys = JWTKeyCollection()
        switch key.kind {
        case .p256: await keys.add(ecdsa: try ES256PublicKey(pem: key.pem))
        case .ed25519: await keys.add(eddsa: try EdDSA.PublicKey(pem: key.pem))
        case .rsa where algorithm == "PS256":
            await keys.add(pss: try Insecure.RSA.PublicKey(pem: key.pem), digestAlgorithm: .sha256)
        case .rsa: await keys.add(rsa: try Insecure.RSA.PublicKey(pem: key.pem), digestAlgorithm: .sha256)
        }
        return keys
    }

    public func publicKey(_ pem: String) throws(PublicKeyFault) -> (kind: SoftwareKey.Kind, pem: String) {
        if pem.contains("PRIVATE KEY") { throw .isPrivate }
        guard pem.utf8.count <= 16 << 10 else { throw .unreadable }
        if let key = try? ES256PublicKey(pem: pem) { return (.p256, key.pemRepresentation) }
        if let key = try? EdDSA.PublicKey(pem: pem) { return (.ed25519, key.pemRepresentation) }
        guard pem.contains("PUBLIC KEY") else { throw .unreadable }
        // Below 2,048 bits the library itself refuses: unreadable then, as any other noise.
        guard let key = try? Insecure.RSA.PublicKey(pem: pem), let parts = try? key.getKeyPrimitives() else {
            throw .unreadable
        }
        let modulus = parts.modulus.drop { $0 == 0 }
        let bits = modulus.count * 8 - (modulus.first?.leadingZeroBitCount ?? 0)
        guard bits >= SoftwareKey.leastRSABits else { throw .weak }
        return (.rsa, key.pemRepresentation)
    }

    /// `aud` as one text: for several audiences, an assertion is for others too.
    private struct Claims: JWTPayload {
        let iss: String
        let sub: String
        let aud: String
        let iat: Double
        let exp: Double
        let nbf: Double?
        let jti: String

        /// Looked at by `ClientAssertion.holds`.
        func verify(using algorithm: some JWTAlgorithm) {}
    }
}
