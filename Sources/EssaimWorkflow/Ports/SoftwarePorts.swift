import EssaimDomain

public protocol SoftwareReading {
    func software(_ id: Identifier<SoftwareAccount>) throws -> SoftwareAccount?
    /// All of them, closed ones too, in order of id, from after one.
    func softwareAccounts(after id: Identifier<SoftwareAccount>?, limit: Int) throws -> [SoftwareAccount]
    /// Those that were not taken away, by name, whatever their days.
    func softwareKeys(of account: Identifier<SoftwareAccount>) throws -> [SoftwareKey]
    func softwareToken(_ tokenHash: [UInt8]) throws -> SoftwareToken?
}

public protocol SoftwareWriting {
    func insert(_ account: SoftwareAccount) throws
    func setScopes(_ scopes: Set<SoftwareScope>, of account: Identifier<SoftwareAccount>) throws
    /// For good, with its keys and tokens.
    func close(_ account: Identifier<SoftwareAccount>, at now: Instant) throws
    func insert(_ key: SoftwareKey) throws
    /// With the tokens that it earned. False when there is none of that name.
    func removeKey(_ name: String, of account: Identifier<SoftwareAccount>) throws -> Bool
    func insert(_ token: SoftwareToken) throws
    /// Takes an assertion's name, once. False when it was taken.
    func take(
        assertion digest: [UInt8], of account: Identifier<SoftwareAccount>, until endsAt: Instant
    ) throws -> Bool
    /// Tokens and assertions whose time is over.
    func forgetSoftware(endedBefore now: Instant) throws
}
