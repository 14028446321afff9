import Crypto

@testable import TransparencyLog

/// Keys that are no secret, the same in every run: their seed is one byte, repeated.
enum Signers {
    static let log = key("log.example/essai", 7)
    static let witness = key("temoin.example", 9)

    private static func key(_ name: String, _ byte: UInt8) -> SigningKey {
        let seed = [UInt8](repeating: byte, count: 32)
        guard let half = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { fatalError("no key") }
        let id = KeyIdentity.id(name: name, algorithm: .ed25519, publicKey: Array(half.publicKey.rawRepresentation))
        guard let key = SigningKey(text: "PRIVATE+KEY+" + KeyIdentity.text(name: name, id: id, key: [1] + seed)) else {
            fatalError("no key of that name")
        }
        return key
    }
}
