import EssaimDomain

extension TellingRound {
    /// One mail about an account, whatever its owner chose to be told and when. False when none was due.
    ///
    /// What opens an account is made here, at each try, and kept only as its digest: nothing at rest opens anything, and an
    /// invitation that is sent again ends the one before it.
    func sendAccountMail() async throws -> Bool {
        let (now, secret) = (clock.now(), tokens.make())
        let claimed = try await store.write { tx -> (mail: AccountMail, isOver: Bool)? in
            guard let mail = try tx.claimAccountMail(dueBy: now, until: now + Self.claim) else { return nil }
            guard mail.event == .invited else { return (mail, false) }
            // Opened or closed meanwhile: no link is made for it any more.
            guard let account = try tx.account(of: mail.person), !account.isDisabled, account.passwordHash == nil,
                try tx.factors(of: mail.person).isEmpty
            else {
                try tx.settle(mail.id)
                return (mail, true)
            }
            try tx.save(
                AccountLink(
                    tokenHash: tokens.hash(secret), person: mail.person, kind: .everything, sentTo: mail.address,
                    madeAt: now, expiresAt: now + AccountLink.lasts))
            return (mail, false)
        }
        guard let (mail, isOver) = claimed else { return false }
        if isOver { return true }
        let content: TellingMessage.Content =
            switch mail.event {
            case .invited: .invitation(secret: secret, from: mail.detail)
            case .invitedToProvider: .invitation(secret: nil, from: mail.detail)
            default: .account(mail.event, device: mail.detail, at: mail.madeAt)
            }
        // Each try of an invitation has a secret of its own: another message.
        let id = mail.event == .invited ? "\(mail.id.rawValue)-\(mail.attempts)" : mail.id.rawValue
        let fault = await carry(TellingMessage(id: id, content: content, at: mail.madeAt), to: mail.address)
        let outcome = outcome(of: fault, after: mail.attempts, since: mail.madeAt)
        try await store.write { tx in
            switch outcome {
            case .sent, .givenUp: try tx.settle(mail.id)
            case .later(let next): try tx.postpone(mail.id, until: next)
            }
        }
        return true
    }
}
