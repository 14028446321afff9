import Crypto
import EssaimDomain
import EssaimWorkflow

/// An authenticator in memory: what a telephone would answer, byte for byte, with each part open to be changed.
public struct SoftPasskey: Sendable {
    public var identifier: [UInt8]
    public var origin = "http://localhost"
    public var site = "localhost"
    /// 1 someone was there, 4 who was checked, 0x40 a key comes along.
    public var flags: UInt8 = 0x05
    public var count: UInt32 = 0
    public var ceremony: String?
    private let key: P256.Signing.PrivateKey

    public init(_ identifier: [UInt8], seed: UInt8 = 7) {
        self.identifier = identifier
        // Any 32 bytes below the order of the curve are a key.
        key = (try? P256.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: seed, count: 32))) ?? .init()
    }

    /// The public half, as an authenticator writes it (COSE_Key, ES256 on P-256).
    public var cose: [UInt8] {
        let point = Array(key.publicKey.rawRepresentation)
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20] + point[..<32] + [0x22, 0x58, 0x20]
            + point[32...]
    }

    public var kept: Passkey.Key { Passkey.Key(identifier: identifier, cose: cose, count: count, isSynced: false) }

    public func clientData(_ kind: String, _ challenge: [UInt8], more: String = "") -> [UInt8] {
        let text = UnpaddedBase64.url.encode(challenge)
        return Array(
            #"{"type":"\#(ceremony ?? kind)","challenge":"\#(text)","origin":"\#(origin)"\#(more)}"#.utf8)
    }

    public func authenticatorData(withKey: Bool = false) -> [UInt8] {
        let counter = withUnsafeBytes(of: count.bigEndian, Array.init)
        let head = Array(SHA256.hash(data: Array(site.utf8))) + [withKey ? flags | 0x40 : flags] + counter
        guard withKey else { return head }
        let length = [UInt8(identifier.count >> 8), UInt8(identifier.count & 255)]
        return head + [UInt8](repeating: 0, count: 16) + length + identifier + cose
    }

    /// Answers a request to make a key.
    public func make(_ challenge: [UInt8]) -> NewPasskey {
        let data = authenticatorData(withKey: true)
        let attestation: [UInt8] =
            [0xA3, 0x63] + Array("fmt".utf8) + [0x64] + Array("none".utf8) + [0x67] + Array("attStmt".utf8) + [0xA0]
            + [0x68] + Array("authData".utf8) + Self.head(ofBytes: data.count) + data
        return NewPasskey(
            identifier: identifier, clientData: clientData("webauthn.create", challenge), attestation: attestation)
    }

    /// In as few bytes as it needs, as each authenticator writes it.
    private static func head(ofBytes count: Int) -> [UInt8] {
        switch count {
        case ..<24: [0x40 | UInt8(count)]
        case ..<256: [0x58, UInt8(count)]
        default: [0x59, UInt8(count >> 8), UInt8(count & 255)]
        }
    }

    /// Answers a request to sign.
    public func sign(_ challenge: [UInt8]) -> PasskeyAnswer {
        let (client, data) = (clientData("webauthn.get", challenge), authenticatorData())
        let hash = Array(SHA256.hash(data: client))
        let signature = (try? key.signature(for: data + hash)).map { Array($0.derRepresentation) } ?? []
        return PasskeyAnswer(
            identifier: identifier, clientData: client, authenticatorData: data, signature: signature)
    }
}
