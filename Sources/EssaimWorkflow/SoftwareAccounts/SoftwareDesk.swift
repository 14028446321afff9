import EssaimDomain

/// Lets programs in: a signed assertion earns a token for some minutes (RFC 6749, §4.4; RFC 7523, §2.2), a token says who
/// calls. Accounts, keys and scopes are read again for each call, so that what is withdrawn is withdrawn at once.
public struct SoftwareDesk: Sendable {
    let store: any Store
    let clock: any WallClock
    let tokens: any Tokens
    let assertions: any ClientAssertions
    /// The address of our token endpoint, whole: an assertion made for another opens nothing here.
    let audience: String
    let pace = CallPace()
    let recorder = HistoryRecorder()

    public init(
        store: any Store, clock: any WallClock, tokens: any Tokens, assertions: any ClientAssertions, audience: String
    ) {
        self.store = store
        self.clock = clock
        self.tokens = tokens
        self.assertions = assertions
        self.audience = audience
    }

    public enum TokenAnswer: Sendable, Equatable {
        case given(token: String, scopes: Set<SoftwareScope>)
        /// Unknown, closed, wrong key, wrong signature, over, shown twice: one answer.
        case invalidClient
        /// More than the account has, or nothing.
        case invalidScope
        case hurried(seconds: Int)
    }

    public enum CallAnswer: Sendable, Equatable {
        case known(SoftwareCaller)
        case unknown
        case hurried(seconds: Int)
    }

    /// - Parameters:
    ///   - asked: scopes, a space between; nil for all that the account has.
    ///   - place: the address that asks.
    public func token(for assertion: String, scope asked: String?, from place: String) async throws -> TokenAnswer {
        let now = clock.now()
        guard assertion.utf8.count <= ClientAssertion.longest, let claimed = assertions.claimed(assertion) else {
            return .invalidClient
        }
        let (found, keys) = try await store.read { reader in
            (try reader.software(claimed.account), try reader.softwareKeys(of: claimed.account))
        }
        // What strangers try leaves nothing in the journal.
        guard let account = found else { return .invalidClient }
        guard let key = keys.first(where: { $0.name == claimed.key && $0.isUsable(at: now) }), account.isOpen else {
            return try await refuse(account, "key", place)
        }
        guard let said = await assertions.verified(assertion, by: key) else {
            return try await refuse(account, "signature", place)
        }
        guard said.holds(for: account.id, at: audience, now: now) else {
            return try await refuse(account, "claims", place)
        }
        // By who holds the key alone: nobody else can use up what is theirs.
        if let seconds = pace.take(.token, of: account.id, at: now) { return .hurried(seconds: seconds) }
        return try await earn(said, key, asked, place, now)
    }

    private func earn(
        _ said: ClientAssertion, _ key: SoftwareKey, _ asked: String?, _ place: String, _ now: Instant
    ) async throws -> TokenAnswer {
        let token = tokens.make()
        let (tokenHash, name) = (tokens.hash(token), HistoryRecorder.commitment(salt: [], payload: said.name))
        let endsAt = now + SoftwareToken.lasts
        return try await store.write { tx in
            // Closed, or its key taken away, since it was read.
            guard let account = try tx.software(key.account), account.isOpen,
                try tx.softwareKeys(of: account.id).contains(key)
            else { return .invalidClient }
            guard try tx.take(assertion: name, of: account.id, until: said.forgottenAt) else {
                try tx.append(entry("software.token", account, "refused", ["why": "replayed"], place, now))
                return .invalidClient
            }
            let wanted = asked.map(SoftwareScope.read) ?? account.scopes
            guard let wanted, !wanted.isEmpty, wanted.isSubset(of: account.scopes) else {
                try tx.append(entry("software.token", account, "refused", ["why": "scope"], place, now))
                return .invalidScope
            }
            try tx.forgetSoftware(endedBefore: now)
            try tx.insert(
                SoftwareToken(
                    tokenHash: tokenHash, account: account.id, key: key.name, scopes: wanted, endsAt: endsAt))
            try tx.append(
                entry(
                    "software.token", account, "done", ["key": key.name, "scopes": SoftwareScope.text(wanted)], place,
                    now))
            return .given(token: token, scopes: wanted)
        }
    }

    /// Who calls with that token.
    public func caller(_ token: String) async throws -> CallAnswer {
        let (hash, now) = (tokens.hash(token), clock.now())
        let found = try await store.read { reader -> SoftwareCaller? in
            guard let token = try reader.softwareToken(hash), now < token.endsAt,
                let account = try reader.software(token.account), account.isOpen,
                try reader.softwareKeys(of: account.id).contains(where: {
                    $0.name == token.key && $0.isUsable(at: now)
                })
            else { return nil }
            return SoftwareCaller(
                account: account, scopes: token.scopes.intersection(account.scopes), endsAt: token.endsAt)
        }
        guard let found else { return .unknown }
        if let seconds = pace.take(.call, of: found.account.id, at: now) { return .hurried(seconds: seconds) }
        return .known(found)
    }

    /// Whoever knows an account's id can be refused in its name: the journal takes some of it, so that it is not filled.
    private func refuse(_ account: SoftwareAccount, _ why: String, _ place: String) async throws -> TokenAnswer {
        let now = clock.now()
        guard pace.take(.refusal, of: account.id, at: now) == nil else { return .invalidClient }
        let entry = entry("software.token", account, "refused", ["why": why], place, now)
        try await store.write { try $0.append(entry) }
        return .invalidClient
    }

    private func entry(
        _ action: String, _ account: SoftwareAccount, _ outcome: String, _ detail: [String: String], _ place: String,
        _ now: Instant
    ) -> HistoryEntry {
        recorder.entry(action, outcome: outcome, at: now, of: account, from: place, detail: detail)
    }
}

extension HistoryRecorder {
    /// An entry of what a program did, or was done to its account: it stands in its network's journal.
    public func entry(
        _ action: String, outcome: String = "done", at now: Instant, of account: SoftwareAccount,
        from place: String = "", detail: [String: String] = [:]
    ) -> HistoryEntry {
        entry(
            action, outcome: outcome, at: now, by: nil, from: place, network: account.network,
            detail: detail.merging(["software": account.id.rawValue, "name": account.name]) { $1 })
    }
}
