import EssaimWorkflow

/// Registration and sign-in by passkey (WebAuthn Level 3, §7.1, §7.2). Attestation is not asked for and not looked at: we
/// trust a key because its owner, signed in, added it, whatever device made it. The authenticator must have checked who
/// touched it, so that one gesture is two factors.
public struct PasskeyCeremony: Sendable {
    /// The site's origin, and its host: what keys are made for.
    let origin: String
    let site: String

    public init(origin: String, site: String) {
        self.origin = origin
        self.site = site
    }

    /// The key that an authenticator made for our challenge.
    public func register(_ answer: NewPasskey, challenge: [UInt8]) throws(PasskeyFault) -> Passkey.Key {
        _ = try ClientData(answer.clientData, for: .create, challenge: challenge, origin: origin)
        guard answer.attestation.count <= 1 << 16, let object = try? CBOR(answer.attestation), let map = object.map,
            map[.text("fmt")]?.text != nil, map[.text("attStmt")]?.map != nil,
            let bytes = map[.text("authData")]?.bytes
        else { throw .authenticatorData }
        let data = try AuthenticatorData(bytes, site: site)
        guard let new = data.newKey else { throw .authenticatorData }
        guard new.identifier == answer.identifier else { throw .identifier }
        return Passkey.Key(
            identifier: new.identifier, cose: new.cose, count: data.count, isSynced: data.flags.contains(.isSynced))
    }

    /// Whether the answer to our challenge is signed by that key.
    /// - Returns: how often it signed, to be kept.
    public func verify(
        _ answer: PasskeyAnswer, by key: Passkey.Key, challenge: [UInt8]
    ) throws(PasskeyFault) -> UInt32 {
        let client = try ClientData(answer.clientData, for: .get, challenge: challenge, origin: origin)
        let data = try AuthenticatorData(answer.authenticatorData, site: site)
        guard answer.identifier == key.identifier else { throw .identifier }
        guard let cose = try? CBOR(key.cose) else { throw .key }
        guard try PasskeyKey(cose: cose).isValid(answer.signature, over: answer.authenticatorData + client.hash) else {
            throw .signature
        }
        // Synced keys do not count: always 0 (§6.1.1).
        guard data.count > key.count || (data.count == 0 && key.count == 0) else { throw .counter }
        return data.count
    }
}
