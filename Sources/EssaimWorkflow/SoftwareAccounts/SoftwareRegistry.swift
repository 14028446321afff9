import EssaimDomain

/// What an operator does to software accounts. Each act is an entry of the network's journal.
public struct SoftwareRegistry: Sendable {
    let store: any Store
    let clock: any WallClock
    let assertions: any ClientAssertions
    let recorder = HistoryRecorder()

    public enum Fault: Error, Sendable, Equatable {
        case noNetwork
        case noName
        /// None of that id, or closed.
        case noAccount
        case noKey
        case keyName
        /// That key, or its name, is there already.
        case sameKey
        /// An old one is taken away first.
        case tooManyKeys
        case days
    }

    public init(store: any Store, clock: any WallClock, assertions: any ClientAssertions) {
        self.store = store
        self.clock = clock
        self.assertions = assertions
    }

    public func add(
        _ name: String, network: Identifier<Network>, scopes: Set<SoftwareScope>
    ) async throws -> SoftwareAccount {
        let (now, name) = (clock.now(), String(name.trimmed.prefix(100)))
        guard !name.isEmpty else { throw Fault.noName }
        let account = SoftwareAccount(id: .new(at: now), network: network, name: name, scopes: scopes, madeAt: now)
        try await store.write { tx in
            guard try tx.network(network) != nil else { throw Fault.noNetwork }
            try tx.insert(account)
            try tx.append(
                recorder.entry(
                    "software.add", at: now, of: account, detail: ["scopes": SoftwareScope.text(scopes)]))
        }
        return account
    }

    /// Registers the public half of a key.
    /// - Parameters:
    ///   - name: made of the key itself when nil.
    ///   - days: for how long; 730 at most.
    public func addKey(
        _ pem: String, named name: String?, to id: Identifier<SoftwareAccount>, from start: Instant? = nil, days: Int
    ) async throws -> SoftwareKey {
        let now = clock.now()
        let read = try assertions.publicKey(pem)
        let name = name ?? Self.name(of: read.pem)
        guard SoftwareKey.isName(name) else { throw Fault.keyName }
        guard days >= 1, .days(days) <= SoftwareKey.longestLife else { throw Fault.days }
        let start = max(start ?? now, now)
        let key = SoftwareKey(
            account: id, name: name, kind: read.kind, pem: read.pem, notBefore: start, notAfter: start + .days(days))
        return try await change(id) { account, tx in
            let keys = try tx.softwareKeys(of: id)
            let current = keys.filter { now < $0.notAfter }
            for over in keys where now >= over.notAfter { _ = try tx.removeKey(over.name, of: id) }
            guard !current.contains(where: { $0.name == name || $0.pem == key.pem }) else { throw Fault.sameKey }
            guard current.count < SoftwareKey.mostAtOnce else { throw Fault.tooManyKeys }
            try tx.insert(key)
            try tx.append(
                recorder.entry(
                    "software.key", at: now, of: account, detail: ["key": name, "kind": key.kind.rawValue]))
            return key
        }
    }

    /// Takes a key away, with the tokens that it earned.
    public func removeKey(_ name: String, of id: Identifier<SoftwareAccount>) async throws {
        let now = clock.now()
        try await change(id) { account, tx in
            guard try tx.removeKey(name, of: id) else { throw Fault.noKey }
            try tx.append(recorder.entry("software.keyEnd", at: now, of: account, detail: ["key": name]))
        }
    }

    /// In the place of those it had; what it no longer has ends for tokens too.
    public func setScopes(_ scopes: Set<SoftwareScope>, of id: Identifier<SoftwareAccount>) async throws {
        let now = clock.now()
        try await change(id) { account, tx in
            try tx.setScopes(scopes, of: id)
            try tx.append(
                recorder.entry(
                    "software.scopes", at: now, of: account, detail: ["scopes": SoftwareScope.text(scopes)]))
        }
    }

    /// For good: another account has another id.
    public func close(_ id: Identifier<SoftwareAccount>) async throws {
        let now = clock.now()
        try await change(id) { account, tx in
            try tx.close(id, at: now)
            try tx.append(recorder.entry("software.close", at: now, of: account))
        }
    }

    private func change<T: Sendable>(
        _ id: Identifier<SoftwareAccount>,
        _ act: @escaping @Sendable (SoftwareAccount, any StoreWriter) throws -> T
    ) async throws -> T {
        try await store.write { tx in
            guard let account = try tx.software(id), account.isOpen else { throw Fault.noAccount }
            return try act(account, tx)
        }
    }

    /// The beginning of the key's digest.
    private static func name(of pem: String) -> String {
        String(HistoryRecorder.hex(HistoryRecorder.commitment(salt: [], payload: pem)).prefix(16))
    }
}
