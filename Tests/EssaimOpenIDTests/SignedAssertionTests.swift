import Crypto
import CryptoExtras
import EssaimDomain
import EssaimOpenID
import EssaimWorkflow
import Foundation
import Testing

@Suite struct SignedAssertionTests {
    private static let claims =
        #"{"iss":"soft","sub":"soft","aud":"https://essaim.exemple.fr/api/jeton","iat":1,"exp":2,"jti":"j"}"#

    /// By which algorithm a header says that it is signed, by which it is, and under which kind of key that is taken.
    static let taken: [(said: String, signed: String, kinds: Set<SoftwareKey.Kind>)] = [
        ("ES256", "ES256", [.p256]), ("EdDSA", "EdDSA", [.ed25519]), ("PS256", "PS256", [.rsa]),
        ("RS256", "RS256", [.rsa]), ("PS256", "RS256", []), ("RS256", "PS256", []), ("RS384", "RS256", []),
        ("ES256", "EdDSA", []), ("EdDSA", "ES256", []), ("none", "ES256", []), ("HS256", "ES256", []),
        ("es256", "ES256", []), ("", "ES256", []),
    ]

    @Test(arguments: taken) func `an assertion is taken under a key of its kind, by an algorithm of that kind`(
        _ said: String, _ signed: String, _ kinds: Set<SoftwareKey.Kind>
    ) async throws {
        let (assertions, keys) = (SignedAssertions(), try Keys())
        let assertion = try keys.sign(Self.claims, said: said, by: signed)
        for kind in SoftwareKey.Kind.allCases {
            let read = try assertions.publicKey(keys.pem(kind))
            #expect(read.kind == kind)
            let key = SoftwareKey(
                account: "soft", name: "k", kind: read.kind, pem: read.pem, notBefore: Instant(milliseconds: 0),
                notAfter: Instant(milliseconds: 9))
            let found = await assertions.verified(assertion, by: key)
            #expect((found != nil) == kinds.contains(kind), "\(said) \(signed) \(kind)")
            if let found { #expect(found.issuer == "soft" && found.name == "j" && found.expiresAt == 2) }
        }
    }

    @Test func `a key is public, and as strong as the curves`() throws {
        let assertions = SignedAssertions()
        let small = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        let faults: [(String, PublicKeyFault)] = [
            (small.publicKey.pemRepresentation, .weak), (small.pemRepresentation, .isPrivate),
            (P256.Signing.PrivateKey().pemRepresentation, .isPrivate),
            (P384.Signing.PrivateKey().publicKey.pemRepresentation, .unreadable), ("", .unreadable),
            ("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", .unreadable),
            (String(repeating: "a", count: 20_000), .unreadable),
        ]
        for (pem, fault) in faults {
            #expect(throws: fault) { try assertions.publicKey(pem) }
        }
    }

    private struct Keys {
        let elliptic = P256.Signing.PrivateKey()
        let edwards = Curve25519.Signing.PrivateKey()
        let rsa: _RSA.Signing.PrivateKey

        init() throws { rsa = try _RSA.Signing.PrivateKey(keySize: .bits3072) }

        func pem(_ kind: SoftwareKey.Kind) -> String {
            switch kind {
            case .p256: elliptic.publicKey.pemRepresentation
            // SubjectPublicKeyInfo of RFC 8410, §4.
            case .ed25519:
                "-----BEGIN PUBLIC KEY-----\n"
                    + (Data([0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00])
                    + edwards.publicKey.rawRepresentation).base64EncodedString()
                    + "\n-----END PUBLIC KEY-----\n"
            case .rsa: rsa.publicKey.pemRepresentation
            }
        }

        func sign(_ claims: String, said: String, by algorithm: String) throws -> String {
            let header = said.isEmpty ? #"{"kid":"k"}"# : #"{"alg":"\#(said)","kid":"k"}"#
            let body = [header, claims].map { UnpaddedBase64.url.encode(Array($0.utf8)) }.joined(separator: ".")
            let data = Data(body.utf8)
            let signature: Data =
                switch algorithm {
                case "ES256": try elliptic.signature(for: data).rawRepresentation
                case "EdDSA": try edwards.signature(for: data)
                case "PS256": try rsa.signature(for: data, padding: .PSS).rawRepresentation
                default: try rsa.signature(for: data, padding: .insecurePKCS1v1_5).rawRepresentation
                }
            return body + "." + UnpaddedBase64.url.encode(Array(signature))
        }
    }
}
