import Crypto
import Foundation

/// A log's or a witness's private key: Ed25519 under a name.
///
/// Its ``text`` is the secret; printing the value shows the public half only.
/// Source: c2sp.org/signed-note and c2sp.org/tlog-cosignature.
public struct SigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey
    /// The public half, for signatures of notes (type 0x01).
    public let verifier: VerifierKey

    /// A fresh key; nil for a name that a note refuses: empty, with white space, a control character or `+`.
    public init?(name: String) {
        self.init(name: name, key: Curve25519.Signing.PrivateKey())
    }

    private init?(name: String, key: Curve25519.Signing.PrivateKey) {
        let publicKey = Array(key.publicKey.rawRepresentation)
        guard let verifier = VerifierKey(name: name, algorithm: .ed25519, publicKey: publicKey) else { return nil }
        self.key = key
        self.verifier = verifier
    }

    /// The signature of a note's text, its last line feed included.
    public func sign(_ body: String) -> NoteSignature {
        NoteSignature(name: verifier.name, id: verifier.id, bytes: signature(of: body))
    }

    /// A cosignature/v1 of a checkpoint's text: "at this time, in seconds since 1970, the largest tree that I have seen
    /// of this log is this one". The time is not negative.
    public func cosign(_ body: String, at seconds: Int64) -> NoteSignature {
        precondition(seconds >= 0, "A cosignature's time is not negative")
        let time = (0..<8).map { UInt8(truncatingIfNeeded: seconds >> (56 - 8 * $0)) }
        let signature = signature(of: CosignedText.text(body, at: seconds))
        return NoteSignature(name: verifier.name, id: verifier.cosigner.id, bytes: time + signature)
    }

    private func signature(of text: String) -> [UInt8] {
        guard let signature = try? key.signature(for: Array(text.utf8)) else {
            preconditionFailure("Ed25519 signs any text")
        }
        return Array(signature)
    }
}

extension SigningKey {
    /// `PRIVATE+KEY+<name>+<hex id>+<base64(0x01 ‖ seed)>`, as Go's `note` package writes it. Secret.
    public var text: String {
        let bytes = [KeyIdentity.Algorithm.ed25519.rawValue] + Array(key.rawRepresentation)
        return Self.prefix + KeyIdentity.text(name: verifier.name, id: verifier.id, key: bytes)
    }

    /// The key that reads so; nil for anything that ``text`` does not write, an id that is not the key's among them.
    public init?(text: String) {
        guard let rest = Array(text.utf8)[...].dropping(Self.prefix),
            let line = String(validating: rest, as: UTF8.self),
            let (name, bytes) = KeyIdentity.read(line), bytes.first == KeyIdentity.Algorithm.ed25519.rawValue,
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes.dropFirst())
        else { return nil }
        self.init(name: name, key: key)
        guard NoteText.same(self.text, text) else { return nil }
    }

    private static let prefix = "PRIVATE+KEY+"
}

extension SigningKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The public half.
    public var description: String { verifier.text }
    /// The public half.
    public var debugDescription: String { description }
    /// The public half: a dump of the value must not spell the secret.
    public var customMirror: Mirror { Mirror(self, children: ["verifier": verifier]) }
}
