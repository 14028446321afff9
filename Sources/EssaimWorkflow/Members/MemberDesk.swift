import Crypto
import EssaimDomain

/// What administrators do to a network's people on its pages. Each act is decided again in its transaction, and leaves an entry.
public struct MemberDesk: Sendable {
    let store: any Store
    let clock: any WallClock
    let bulletin: any Bulletin
    let leaving: any HolderLeaving
    /// By which this server can tell.
    let channels: Set<TellingChannel>
    let recorder = HistoryRecorder()

    /// Invitations that one person may be sent in a day: this server writes to no stranger for long.
    public static let mostInvitationsADay = 5

    public init(
        store: any Store, clock: any WallClock, bulletin: any Bulletin, leaving: any HolderLeaving,
        channels: Set<TellingChannel> = []
    ) {
        self.store = store
        self.clock = clock
        self.bulletin = bulletin
        self.leaving = leaving
        self.channels = channels
    }

    /// Who acts, in which network, from where.
    public struct Act: Sendable {
        let network: Identifier<Network>
        let by: Identifier<Person>
        let place: String

        public init(in network: Identifier<Network>, by person: Identifier<Person>, from place: String) {
            self.network = network
            by = person
            self.place = place
        }
    }

    /// Invites whom the rows name; a row beyond what is theirs to give is refused. Nil when nothing there is theirs any more.
    /// - Parameter isRehearsal: says what would become of each row, and writes nothing.
    public func invite(
        _ rows: [InvitationRow], _ act: Act, isRehearsal: Bool = false
    ) async throws -> [InvitationResult]? {
        let now = clock.now()
        let results = try await store.write { tx -> [InvitationResult]? in
            guard let (network, caller, scope) = try scope(act, tx) else { return nil }
            // One real person, and a demonstration shuts its open doors: nobody would be let back in.
            let isDemonstration = try tx.isDemonstration()
            let rows = rows.map { row in
                guard case .member(let member) = row.content, isDemonstration || !scope.covers(member) else {
                    return row
                }
                let why =
                    isDemonstration
                    ? "une démonstration n’invite personne\u{A0}: ses portes sont ouvertes à qui la voit."
                    : "un rôle, une équipe ou un partenaire n’est pas de votre ressort."
                return InvitationRow(line: row.line, name: row.name, content: .refused([why]))
            }
            let greeting = MemberGreeting(by: channels, from: caller.person, at: act.place)
            let results = try tx.invite(rows, to: network, isRehearsal: isRehearsal, greeting: greeting, at: now)
            let invited = results.count { $0.outcome == .invited }
            if invited > 0, !isRehearsal {
                try tx.append(
                    recorder.entry(
                        "member.invite", at: now, by: caller.person, from: act.place, network: network.id,
                        detail: ["count": String(invited)]))
            }
            return results
        }
        if !isRehearsal, results?.contains(where: { $0.outcome == .invited }) == true { bulletin.post(.people) }
        return results
    }

    /// Sends someone who is awaited their invitation again: the link before it opens nothing any more. Whoever came already
    /// is sent nothing, and who asks is told the same. False when it was sent too often today, or nothing there is theirs.
    public func inviteAgain(_ person: Identifier<Person>, _ act: Act) async throws -> Bool {
        let now = clock.now()
        return try await store.write { tx in
            guard let (network, caller, scope) = try scope(act, tx), let member = try tx.member(person, of: network.id),
                scope.covers([member].declared()[0]), try !tx.isDemonstration()
            else { return false }
            let bucket = HistoryRecorder.hex(SHA256.hash(data: Array("invitation\u{0}\(person.rawValue)".utf8)))
            if let before = try tx.attempts(bucket, at: now), before.count >= Self.mostInvitationsADay { return false }
            try tx.countAttempt(bucket, window: .hours(24), at: now)
            try tx.append(
                recorder.entry(
                    "member.inviteAgain", at: now, by: caller.person, from: act.place, network: network.id,
                    detail: ["member": person.rawValue]))
            guard let mail = member.sheet?.mail, channels.contains(.mail) else { return true }
            guard let account = try tx.account(of: person) else {
                let greeting = MemberGreeting(by: channels, from: caller.person, at: act.place)
                let awaited = MemberGreeting.Awaited(person: member.person, mail: mail, check: nil)
                try greeting.greet([awaited], to: network, at: now, tx)
                return true
            }
            // Someone who came by a provider has no password either, and needs none.
            guard account.passwordHash == nil, try tx.hasOpenInvitation(person) else { return true }
            try tx.leave(
                AccountMail(
                    id: .new(at: now), person: person, address: mail.rawValue, event: .invited, detail: network.name,
                    madeAt: now))
            return true
        }
    }

    /// Puts someone where they are to stand; what they hold goes back when they answer there no more.
    /// - Parameter stamp: of what was read.
    public func place(
        _ person: Identifier<Person>, at typed: TypedPlaces, over stamp: Int, _ act: Act
    ) async throws -> Result<Void, Refusal> {
        let now = clock.now()
        let result = try await store.write { tx -> Result<Void, Refusal> in
            guard let (network, caller, scope) = try scope(act, tx), let member = try tx.member(person, of: network.id)
            else { return .failure(.notFound) }
            guard member.stamp == stamp else { return .failure(.stale(current: member.stamp)) }
            let old = [member].declared()[0]
            let new = scope.changed(old, to: typed)
            if person == act.by, old.roles.contains(.administrator), !new.roles.contains(.administrator) {
                let message = "Vous ne pouvez pas vous retirer l’administration\u{A0}: un autre administrateur le peut."
                return .failure(.faults([FieldFault(field: "roles", message: message)]))
            }
            let change = MemberChange(member.person, from: member, to: new, hasAccount: member.hasAccount)
            guard !change.isEmpty else { return .success(()) }
            try tx.save([change], in: network.id)
            if change.leavesPool { try leaving.holderBecameAbsent(person, in: network.id, at: now, tx) }
            try tx.renew(network.id)
            try tx.append(
                recorder.entry(
                    new.standsNowhere ? "member.end" : "member.place", at: now, by: caller.person, from: act.place,
                    network: network.id, detail: ["member": person.rawValue]))
            return .success(())
        }
        if case .success = result { bulletin.post(.people) }
        return result
    }

    private func scope(
        _ act: Act, _ tx: any StoreWriter
    ) throws -> (network: Network, caller: Caller, scope: MemberScope)? {
        guard let caller = try tx.caller(act.by), let network = try tx.network(act.network) else { return nil }
        let scope = MemberScope(of: caller, in: network)
        return scope.isEmpty ? nil : (network, caller, scope)
    }
}

extension NetworkMember {
    /// Tells where someone stands from where they stood (FNV-1a, without its sign).
    public var stamp: Int {
        let parts =
            roles.map { "\($0.key) \($0.value)" } + pools.map { "\($0.key) \($0.value.grade) \($0.value.status)" }
            + partners.map { "\($0.key) \($0.value)" }
        let hash = parts.sorted().joined(separator: "|").utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        return Int(hash >> 33)
    }
}
