import Crypto
import CryptoExtras
import Foundation

/// A passkey's public half, as the authenticator gave it (COSE_Key, RFC 9052 §7, RFC 9053 §2 and §7): of one of the three
/// kinds that browsers' authenticators make.
struct PasskeyKey {
    /// COSE algorithms in the order we prefer them (RFC 9053, RFC 8812 §2): EdDSA, ES256, RS256.
    static let algorithms = [-8, -7, -257]

    private enum Half {
        case edwards(Curve25519.Signing.PublicKey)
        case p256(P256.Signing.PublicKey)
        case rsa(_RSA.Signing.PublicKey)
    }

    private let half: Half

    init(cose: CBOR) throws(PasskeyFault) {
        guard let map = cose.map, let kind = map[.key(1)]?.integer, let algorithm = map[.key(3)]?.integer else {
            throw .key
        }
        do {
            switch (kind, algorithm) {
            case (1, -8):
                guard map[.key(-1)]?.integer == 6, let x = map[.key(-2)]?.bytes else { throw PasskeyFault.key }
                half = .edwards(try Curve25519.Signing.PublicKey(rawRepresentation: x))
            case (2, -7):
                guard map[.key(-1)]?.integer == 1, let x = map[.key(-2)]?.bytes, let y = map[.key(-3)]?.bytes,
                    x.count == 32, y.count == 32
                else { throw PasskeyFault.key }
                half = .p256(try P256.Signing.PublicKey(rawRepresentation: x + y))
            case (3, -257):
                guard let modulus = map[.key(-1)]?.bytes, let exponent = map[.key(-2)]?.bytes,
                    (256...512).contains(modulus.count), (1...4).contains(exponent.count)
                else { throw PasskeyFault.key }
                half = .rsa(try _RSA.Signing.PublicKey(n: modulus, e: exponent))
            default: throw PasskeyFault.key
            }
        } catch {
            throw .key
        }
    }

    func isValid(_ signature: [UInt8], over bytes: [UInt8]) -> Bool {
        switch half {
        case .edwards(let key): return key.isValidSignature(signature, for: bytes)
        case .p256(let key):
            guard let signature = try? P256.Signing.ECDSASignature(derRepresentation: signature) else { return false }
            return key.isValidSignature(signature, for: bytes)
        case .rsa(let key):
            let signature = _RSA.Signing.RSASignature(rawRepresentation: Data(signature))
            return key.isValidSignature(signature, for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5)
        }
    }
}
