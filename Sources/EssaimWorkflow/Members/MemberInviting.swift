import EssaimDomain

extension DeclaredMember {
    /// Someone who stands, with what an invitation adds: it takes nothing away, and changes no grade.
    func adding(_ invited: DeclaredMember) -> DeclaredMember {
        var member = self
        member.mail = mail ?? invited.mail
        member.roles.formUnion(invited.roles)
        member.pools.merge(invited.pools) { own, _ in own }
        member.partners.formUnion(invited.partners)
        return member
    }
}

extension StoreWriter {
    /// Invites all whom good rows name, and says of each row what became of it. Rows that are refused change nothing.
    public func invite(
        _ rows: [InvitationRow], to network: Network, isRehearsal: Bool, greeting: MemberGreeting, at now: Instant
    ) throws -> [InvitationResult] {
        let standing = try members(of: network.id)
        let bearers = try self.bearers(of: Set(rows.compactMap { $0.member?.sign }))
        let before = Dictionary(
            zip(standing, standing.declared()).map { ($0.person.id, $1) }, uniquingKeysWith: { a, _ in a })
        var keys = Set(before.values.map(\.key))
        var lines: [DeclaredMember.Sign: Int] = [:]
        var invited: [DeclaredMember] = []
        var checks: [DeclaredMember.Sign: String] = [:]
        var results: [InvitationResult] = []
        for row in rows {
            func note(_ outcome: InvitationResult.Outcome) {
                results.append(
                    InvitationResult(line: row.line, name: row.name, outcome: outcome, way: row.way))
            }
            guard case .member(var member) = row.content else {
                if case .refused(let why) = row.content { note(.refused(why)) }
                continue
            }
            let known = bearers[member.sign].flatMap { before[$0.person.id] }
            // Two rows may name someone who stands by two signs.
            if let line = lines[member.sign] ?? known.flatMap({ lines[$0.sign] }) {
                note(.refused(["même personne que la ligne \(line)."]))
                continue
            }
            lines[member.sign] = row.line
            if let known {
                lines[known.sign] = row.line
                if known.adding(member) == known {
                    note(.alreadyThere)
                    continue
                }
                member = known.adding(member)
            } else {
                member.key = DeclaredMember.key(
                    family: member.familyName, given: member.givenName, besides: keys)
                keys.insert(member.key)
            }
            checks[member.sign] = row.check
            invited.append(member)
            note(.invited)
        }
        let plan = try self.plan(invited, of: network, isWhole: false, at: now)
        if !isRehearsal, !plan.changes.isEmpty {
            try save(plan.changes, in: network.id)
            try renew(network.id)
            let people = Dictionary(plan.steps.map { ($0.person, $0.change.person) }, uniquingKeysWith: { a, _ in a })
            try greeting.greet(
                invited.compactMap { member in
                    guard let person = plan.people[member.key].flatMap({ people[$0] }), let mail = member.mail,
                        bearers[member.sign]?.hasAccount != true
                    else { return nil }
                    return MemberGreeting.Awaited(person: person, mail: mail, check: checks[member.sign])
                }, to: network, at: now, self)
        }
        return results
    }
}

extension InvitationRow {
    var member: DeclaredMember? { if case .member(let member) = content { member } else { nil } }

    /// How they come if they have no account.
    var way: InvitationWay {
        guard let member else { return .untold }
        var rpps: RPPS?
        if case .rpps(let number) = member.sign { rpps = number }
        return InvitationWay(profession: member.profession, rpps: rpps, mail: member.mail, check: check)
    }
}
