import Crypto

/// What the authenticator says (WebAuthn Level 3, §6.1): for which site, who was there, how often it signed; at a
/// registration also the new key.
struct AuthenticatorData {
    struct Flags: OptionSet {
        let rawValue: UInt8
        static let userPresent = Flags(rawValue: 1)
        static let userVerified = Flags(rawValue: 1 << 2)
        static let isSynced = Flags(rawValue: 1 << 4)
        static let hasKey = Flags(rawValue: 1 << 6)
        static let hasExtensions = Flags(rawValue: 1 << 7)
    }

    struct NewKey {
        let identifier: [UInt8]
        /// As it came: what the database keeps.
        let cose: [UInt8]
        let key: PasskeyKey
    }

    let flags: Flags
    let count: UInt32
    let newKey: NewKey?

    /// - Parameter site: the host that keys are made for (relying party id).
    /// - Throws: `.site`, `.userAbsent`, `.userNotVerified` for what must hold in each ceremony.
    init(_ bytes: [UInt8], site: String) throws(PasskeyFault) {
        guard bytes.count >= 37, bytes.count <= 1 << 16 else { throw .authenticatorData }
        guard ConstantTime.equal(Array(bytes[..<32]), Array(SHA256.hash(data: Array(site.utf8)))) else { throw .site }
        flags = Flags(rawValue: bytes[32])
        guard flags.contains(.userPresent) else { throw .userAbsent }
        guard flags.contains(.userVerified) else { throw .userNotVerified }
        count = bytes[33..<37].reduce(0) { $0 << 8 | UInt32($1) }
        var rest = bytes[37...]
        if flags.contains(.hasKey) {
            newKey = try Self.newKey(&rest)
        } else {
            newKey = nil
        }
        if flags.contains(.hasExtensions) {
            var reader = CBORReader(rest)
            guard let extensions = try? reader.value(), extensions.map != nil else { throw .authenticatorData }
            rest = reader.rest
        }
        guard rest.isEmpty else { throw .authenticatorData }
    }

    /// AAGUID, the credential's length and name, its key (§6.5.1).
    private static func newKey(_ rest: inout ArraySlice<UInt8>) throws(PasskeyFault) -> NewKey {
        guard rest.count >= 18 else { throw .authenticatorData }
        rest = rest.dropFirst(16)
        let length = rest.prefix(2).reduce(0) { $0 << 8 | Int($1) }
        rest = rest.dropFirst(2)
        guard (1...1023).contains(length) else { throw .identifier }
        guard rest.count > length else { throw .authenticatorData }
        let identifier = Array(rest.prefix(length))
        rest = rest.dropFirst(length)
        var reader = CBORReader(rest)
        guard let value = try? reader.value() else { throw .authenticatorData }
        let cose = Array(rest.dropLast(reader.rest.count))
        let key = try PasskeyKey(cose: value)
        rest = reader.rest
        return NewKey(identifier: identifier, cose: cose, key: key)
    }
}
