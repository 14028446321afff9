import EssaimDomain

/// How those who are invited and have no account yet are told. Whoever may sign in here gets an account and a link that opens
/// it; a professional whom nobody checked is asked to come by Pro Santé Connect (decision 0064).
public struct MemberGreeting: Sendable {
    /// By which this server can tell.
    let channels: Set<TellingChannel>
    /// Nil for who holds the machine.
    let by: Person?
    let place: String
    let recorder = HistoryRecorder()

    public init(by channels: Set<TellingChannel>, from person: Person?, at place: String = "") {
        self.channels = channels
        self.by = person
        self.place = place
    }

    /// Someone without an account, who was invited just now or is again.
    struct Awaited {
        let person: Person
        let mail: MailboxAddress
        let check: String?
    }

    /// In the transaction of the invitation: an account where one opens here, and a mail. Two queries for all of them.
    func greet(_ awaited: [Awaited], to network: Network, at now: Instant, _ tx: any StoreWriter) throws {
        // Without mail nothing would open the account.
        guard channels.contains(.mail), !awaited.isEmpty else { return }
        let logins = awaited.map { DeclaredMember.Sign.login($0.mail.rawValue.lowercased()) }
        let taken = try tx.bearers(of: Set(logins)).filter(\.value.hasAccount)
        var given: Set<String> = []
        for (one, login) in zip(awaited, logins) {
            let way = InvitationWay(
                profession: one.person.profession, rpps: one.person.rpps, mail: one.mail, check: one.check)
            if way == .link {
                // Someone else signs in by that address already: nobody is told so.
                let isFree = taken[login] == nil && given.insert(login.text).inserted
                try tx.insert(
                    Account(
                        person: one.person.id, login: isFree ? login.text : one.person.id.rawValue.lowercased(),
                        passwordHash: nil))
                try tx.append(
                    recorder.entry(
                        "account.invite", at: now, by: by, from: place, network: network.id,
                        detail: ["member": one.person.id.rawValue, "checked": one.check ?? ""]))
            }
            try tx.leave(
                AccountMail(
                    id: .new(at: now), person: one.person.id, address: one.mail.rawValue,
                    event: way == .link ? .invited : .invitedToProvider, detail: network.name, madeAt: now))
        }
    }
}
