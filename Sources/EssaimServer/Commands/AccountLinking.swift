import EssaimDomain
import EssaimHTTP
import EssaimWeb
import EssaimWorkflow

extension EssaimServer {
    /// A new link for an account. Nil when there is no such account, it is closed, or all of it is a demonstration.
    /// - Parameter check: who checked who asks for it, and how; needed where second factors are forgotten, and kept in the
    ///   journal.
    public func link(
        forLogin login: String, _ kind: AccountLink.Kind = .password, checked check: String = ""
    ) async throws -> String? {
        let (login, recorder, now) = (login.trimmed.lowercased(), HistoryRecorder(), clock.now())
        let token = try await store.write { tx -> String? in
            guard try !tx.isDemonstration(), let account = try tx.account(login: login), !account.isDisabled,
                let person = try tx.person(account.person)
            else { return nil }
            try tx.append(
                recorder.entry(
                    "account.link", at: now, by: person,
                    detail: ["kind": kind.rawValue, "checked": String(check.prefix(200))]))
            // Whose account was never opened has nobody to warn.
            if account.passwordHash != nil { try accounts.tell(.linkMade, account.person, tx) }
            return try accounts.link(for: account.person, kind, tx)
        }
        return token.map { configuration.origin.text + SitePath.openAccount($0).text }
    }

    /// Sends somebody who never came the link that opens their account; the one before it opens nothing any more. False when
    /// there is no such account, it is closed or was opened already, or this server sends no mail.
    public func mailInvitation(
        toLogin login: String, at address: MailboxAddress, checked check: String
    ) async throws -> Bool {
        let (login, recorder, now) = (login.trimmed.lowercased(), HistoryRecorder(), clock.now())
        guard configuration.telling.channels.contains(.mail) else { return false }
        return try await store.write { tx in
            guard try !tx.isDemonstration(), let account = try tx.account(login: login), !account.isDisabled,
                account.passwordHash == nil, try tx.factors(of: account.person).isEmpty,
                let person = try tx.person(account.person)
            else { return false }
            try tx.append(
                recorder.entry(
                    "account.link", at: now, by: person,
                    detail: ["kind": "mail", "checked": String(check.prefix(InvitationRow.longestCheck))]))
            try tx.leave(
                AccountMail(
                    id: .new(at: now), person: person.id, address: address.rawValue, event: .invited, madeAt: now))
            return true
        }
    }

    /// Closes an account, or opens it again; closed, every session is over. False when there is no such account.
    public func setClosed(_ isClosed: Bool, login: String) async throws -> Bool {
        let (login, recorder, now) = (login.trimmed.lowercased(), HistoryRecorder(), clock.now())
        return try await store.write { tx in
            guard let account = try tx.account(login: login) else { return false }
            try tx.setDisabled(isClosed, account.person)
            try accounts.tell(isClosed ? .accountClosed : .accountReopened, account.person, tx)
            try tx.endSessions(of: account.person, but: nil)
            try tx.endAccountLinks(of: account.person)
            try tx.append(
                recorder.entry(
                    isClosed ? "account.close" : "account.reopen", at: now, by: try tx.person(account.person)))
            return true
        }
    }

    /// Ends someone's sessions, or everybody's. False when there is no such account.
    public func endSessions(ofLogin login: String?) async throws -> Bool {
        let (login, recorder, now) = (login?.trimmed.lowercased(), HistoryRecorder(), clock.now())
        return try await store.write { tx in
            guard let login else {
                try tx.endAllSessions()
                try tx.append(recorder.entry("session.endAll", at: now, by: nil))
                return true
            }
            guard let account = try tx.account(login: login) else { return false }
            try tx.endSessions(of: account.person, but: nil)
            try tx.append(
                recorder.entry(
                    "session.end", at: now, by: try tx.person(account.person), detail: ["device": "command"]))
            return true
        }
    }
}
