import Crypto
import Foundation

/// A public key under a name: that of a log (type 0x01) or that of a witness, for cosignatures (type 0x04).
///
/// Written `<name>+<8 hex>+<base64(type ‖ public key)>`. Source: c2sp.org/signed-note, "Verifier keys".
public struct VerifierKey: Sendable, Hashable {
    /// Whose key it is, as notes say.
    public let name: String
    /// The first four bytes of SHA-256(name ‖ line feed ‖ type ‖ public key).
    public let id: UInt32
    private let algorithm: KeyIdentity.Algorithm
    private let publicKey: [UInt8]

    /// Nil for a name that a note refuses, and for a key that is not 32 bytes.
    init?(name: String, algorithm: KeyIdentity.Algorithm, publicKey: [UInt8]) {
        guard KeyIdentity.isValid(name), publicKey.count == 32 else { return nil }
        self.name = name
        self.algorithm = algorithm
        self.publicKey = publicKey
        id = KeyIdentity.id(name: name, algorithm: algorithm, publicKey: publicKey)
    }

    /// The key that reads so; nil for anything that ``text`` does not write, an id that is not the key's among them.
    public init?(text: String) {
        guard let (name, bytes) = KeyIdentity.read(text),
            let algorithm = bytes.first.flatMap(KeyIdentity.Algorithm.init)
        else { return nil }
        self.init(name: name, algorithm: algorithm, publicKey: Array(bytes.dropFirst()))
        guard NoteText.same(self.text, text) else { return nil }
    }

    /// The key as configurations spell it.
    public var text: String {
        KeyIdentity.text(name: name, id: id, key: [algorithm.rawValue] + publicKey)
    }

    /// The same public key as a witness's: it verifies cosignatures, under an id of its own.
    public var cosigner: VerifierKey {
        VerifierKey(name: name, algorithm: .cosignature, publicKey: publicKey) ?? self
    }

    /// The same name byte for byte, the same type and public key.
    public static func == (left: Self, right: Self) -> Bool {
        left.algorithm == right.algorithm && left.publicKey == right.publicKey && NoteText.same(left.name, right.name)
    }
}

extension VerifierKey {
    /// Whether the signature is under this key's name and id, and right for that text: the note's own for type 0x01, the
    /// timestamped one for type 0x04.
    public func verifies(_ signature: NoteSignature, of body: String) -> Bool {
        guard isNamed(by: signature) else { return false }
        switch algorithm {
        case .ed25519:
            return verifies(signature.bytes[...], of: body)
        case .cosignature:
            guard let seconds = CosignedText.time(in: signature.bytes) else { return false }
            let rest = signature.bytes.dropFirst(CosignedText.timeBytes)
            return verifies(rest, of: CosignedText.text(body, at: seconds))
        }
    }

    /// When a witness says to have cosigned, in seconds since 1970; nil for a signature that is not this key's, or no
    /// cosignature. To be believed once ``verifies(_:of:)`` has said so.
    public func time(of signature: NoteSignature) -> Int64? {
        guard algorithm == .cosignature, isNamed(by: signature) else { return nil }
        return CosignedText.time(in: signature.bytes)
    }

    /// Whether a signature is under this key's name and id, right or wrong.
    func isNamed(by signature: NoteSignature) -> Bool {
        signature.id == id && NoteText.same(signature.name, name)
    }

    private func verifies(_ signature: ArraySlice<UInt8>, of text: String) -> Bool {
        guard signature.count == 64, let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
            return false
        }
        return key.isValidSignature(Array(signature), for: Array(text.utf8))
    }
}
