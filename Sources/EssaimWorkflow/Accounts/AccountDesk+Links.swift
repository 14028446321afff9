import EssaimDomain

/// Whom a link opens an account for.
public struct OpenedAccount: Sendable {
    public let login: String
    public let name: String
}

/// What became of a password that was chosen by a link.
public enum LinkAnswer: Sendable {
    /// It is theirs now; a second factor is set up next.
    case chosen(SignInStage)
    /// What is wrong with it, and what to do.
    case refused(String)
    /// Used, too old, or never made.
    case over
}

extension AccountDesk {
    /// A link that opens someone's account once, within three days; the one before it opens nothing any more. In the
    /// transaction of what made or renewed the account.
    /// - Returns: the token, which is kept nowhere.
    public func link(
        for person: Identifier<Person>, _ kind: AccountLink.Kind, _ tx: any StoreWriter
    ) throws -> String {
        let now = clock.now()
        let token = tokens.make()
        try tx.save(
            AccountLink(
                tokenHash: tokens.hash(token), person: person, kind: kind, madeAt: now,
                expiresAt: now + AccountLink.lasts))
        return token
    }

    /// Nil for a link that was used, is too old, or was never made.
    public func account(byLink token: String) async throws -> OpenedAccount? {
        let (now, hash) = (clock.now(), tokens.hash(token))
        return try await store.read { reader -> OpenedAccount? in
            guard let found = try reader.usable(link: hash, at: now) else { return nil }
            return OpenedAccount(
                login: found.account.login, name: "\(found.person.givenName) \(found.person.familyName)")
        }
    }

    /// Ends the link and every session, keeps the password; what else is forgotten the link says.
    public func choose(password: String, byLink token: String, _ knock: Knock) async throws -> LinkAnswer {
        let (now, hash) = (clock.now(), tokens.hash(token))
        let found = try await store.read { reader in
            try reader.usable(link: hash, at: now).map { ($0.account, try reader.passwordContext(of: $0.account)) }
        }
        guard let (account, context) = found else { return .over }
        if let fault = try await passwords.fault(in: password, for: context) { return .refused(fault) }
        let phc = try await passwords.hash(password)
        let isKept = try await store.write { tx -> Bool in
            guard let link = try tx.usable(link: hash, at: now)?.link else { return false }
            try tx.endAccountLinks(of: account.person)
            try tx.setPassword(phc, of: account.person)
            if link.kind == .everything { try tx.forgetFactors(of: account.person) }
            // Whoever opened by what was sent there reads there.
            if let address = link.sentTo, try tx.contact(of: account.person, by: .mail)?.address == nil {
                try tx.ask(address, of: account.person, by: .mail, at: now)
                try tx.confirm(account.person, by: .mail)
            }
            if account.passwordHash == nil { _ = try tx.openInvitations(of: account.person) }
            try tell(
                link.kind == .everything ? .accountOpened : .passwordByLink, account.person, from: knock.device, tx)
            try tx.endSessions(of: account.person, but: nil)
            try tx.append(
                recorder.entry(
                    "account.open", at: now, by: try tx.person(account.person), from: knock.place,
                    detail: ["link": link.kind.rawValue]))
            return true
        }
        return isKept ? .chosen(try await begin(account.person)) : .over
    }
}

extension StoreReader {
    fileprivate func usable(
        link hash: [UInt8], at now: Instant
    ) throws -> (link: AccountLink, account: Account, person: Person)? {
        guard let link = try accountLink(hash), now < link.expiresAt, let account = try account(of: link.person),
            !account.isDisabled, let person = try person(link.person)
        else { return nil }
        return (link, account, person)
    }
}

extension StoreWriter {
    /// Keys, applications and paper: what a lost account is given back without.
    fileprivate func forgetFactors(of person: Identifier<Person>) throws {
        try removeTimeCode(of: person)
        for passkey in try factors(of: person).passkeys { _ = try remove(passkey: passkey.id, of: person) }
        try replaceRecoveryCodes([], of: person, at: Instant(milliseconds: 0))
    }
}
