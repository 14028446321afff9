import EssaimDomain

/// A key that someone's telephone or computer holds for this site, and opens by a fingerprint, a face or a PIN.
public struct Passkey: Sendable, Equatable {
    /// What a ceremony leaves of it.
    public struct Key: Sendable, Equatable {
        /// Drawn by the authenticator, 1 to 1,023 bytes; unique here.
        public let identifier: [UInt8]
        /// The public half, as COSE_Key (RFC 9052 §7).
        public let cose: [UInt8]
        /// How often it signed, as it says; 0 for keys that do not count.
        public var count: UInt32
        /// Kept by more than one device.
        public let isSynced: Bool

        public init(identifier: [UInt8], cose: [UInt8], count: UInt32, isSynced: Bool) {
            self.identifier = identifier
            self.cose = cose
            self.count = count
            self.isSynced = isSynced
        }
    }

    public let id: Identifier<Passkey>
    public let person: Identifier<Person>
    public var key: Key
    /// As its owner knows it.
    public let name: String
    public let addedAt: Instant
    public let lastUsedAt: Instant?

    public init(
        id: Identifier<Passkey>, person: Identifier<Person>, key: Key, name: String, addedAt: Instant,
        lastUsedAt: Instant? = nil
    ) {
        self.id = id
        self.person = person
        self.key = key
        self.name = name
        self.addedAt = addedAt
        self.lastUsedAt = lastUsedAt
    }
}

/// What a browser answers when a key was made (WebAuthn Level 3, §5.2.1), as bytes.
public struct NewPasskey: Sendable {
    public let identifier: [UInt8]
    public let clientData: [UInt8]
    public let attestation: [UInt8]

    public init(identifier: [UInt8], clientData: [UInt8], attestation: [UInt8]) {
        self.identifier = identifier
        self.clientData = clientData
        self.attestation = attestation
    }
}

/// What a browser answers when a key signed (WebAuthn Level 3, §5.2.2), as bytes.
public struct PasskeyAnswer: Sendable {
    public let identifier: [UInt8]
    public let clientData: [UInt8]
    public let authenticatorData: [UInt8]
    public let signature: [UInt8]

    public init(identifier: [UInt8], clientData: [UInt8], authenticatorData: [UInt8], signature: [UInt8]) {
        self.identifier = identifier
        self.clientData = clientData
        self.authenticatorData = authenticatorData
        self.signature = signature
    }
}
