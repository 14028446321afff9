import EssaimDomain
import Testing

/// A place in a structure, by hand: what each act makes of each status, and what days open and close.
@Suite struct StructureMemberTests {
    private let local = LocalTime()
    private let now: Instant
    private let days: ClosedRange<CivilDate>

    init() throws {
        now = local.instant(of: try #require(CivilDateTime.parse("2026-11-23T14:20")))
        days = try #require(CivilDate("2026-12-24"))...(try #require(CivilDate("2027-01-03")))
    }

    private func member(_ status: MembershipStatus, _ role: StructureRole = .member) -> StructureMember {
        StructureMember(
            person: "one", structure: "practice", terms: StructureTerms(role: role), status: status,
            since: status == .invited ? nil : now)
    }

    @Test(
        arguments: [
            (MembershipStatus.active, StructureChange.suspend, MembershipStatus?.some(.suspended)),
            (.active, .resume, nil), (.active, .end, .ended), (.invited, .suspend, nil), (.invited, .resume, nil),
            (.invited, .end, .ended), (.suspended, .suspend, nil), (.suspended, .resume, .active),
            (.suspended, .end, .ended), (.ended, .suspend, nil), (.ended, .resume, nil), (.ended, .end, nil),
        ])
    func `each act has its statuses`(_ from: MembershipStatus, _ change: StructureChange, _ to: MembershipStatus?) {
        let result = member(from).changed(by: change, at: now, in: local, isLastAdministrator: false)
        #expect((try? result.get())?.status == to)
    }

    @Test(arguments: [StructureChange.suspend, .end, .place(StructureTerms(role: .member))])
    func `the last active administrator keeps the role, another may lose it`(_ change: StructureChange) {
        let last = member(.active, .administrator)
        #expect(throws: Refusal.self) {
            try last.changed(by: change, at: now, in: local, isLastAdministrator: true).get()
        }
        #expect(throws: Never.self) {
            try last.changed(by: change, at: now, in: local, isLastAdministrator: false).get()
        }
        // Who does not act may go, though nobody else administers.
        #expect(throws: Never.self) {
            try member(.suspended, .administrator).changed(by: .end, at: now, in: local, isLastAdministrator: true)
                .get()
        }
    }

    @Test func `a remplaçant is awaited, then active, then gone, by the days of the network's clock`() throws {
        let offer = StructureInvitation(
            id: "i", structure: "practice", address: .login("one"),
            terms: StructureTerms(role: .member, days: days, principals: ["holder"]), by: "admin", at: now)
        let awaited = StructureMember("one", accepting: offer, at: now, in: local)
        #expect(awaited.status == .invited && awaited.isAwaited && awaited.terms.place == .replacement)
        let opens = local.midnight(startOf: days.lowerBound)
        let closes = local.midnight(startOf: days.upperBound.adding(days: 1))
        #expect(awaited.turned(at: opens - .milliseconds(1)) == nil)
        let begun = try #require(awaited.turned(at: opens))
        #expect(begun.status == .active && begun.turned(at: closes - .milliseconds(1)) == nil)
        #expect(begun.turned(at: closes)?.status == .ended)
        #expect(awaited.turned(at: closes)?.status == .ended, "never came by while it lasted")
        #expect(begun.turned(at: closes)?.turned(at: closes + .days(9)) == nil)
    }

    @Test func `who is suspended during their days is not let in by them, and is gone after them`() throws {
        let place = StructureChange.place(StructureTerms(role: .member, days: days, principals: ["holder"]))
        let awaited = try member(.active).changed(by: place, at: now, in: local, isLastAdministrator: false).get()
        #expect(awaited.status == .invited)
        let suspended = try awaited.changed(by: .suspend, at: now, in: local, isLastAdministrator: false).get()
        #expect(suspended.turned(at: local.midnight(startOf: days.lowerBound)) == nil)
        let resumed = try suspended.changed(by: .resume, at: now, in: local, isLastAdministrator: false).get()
        #expect(resumed.status == .invited && resumed.isAwaited)
        let gone = suspended.turned(at: local.midnight(startOf: days.upperBound.adding(days: 1)))
        #expect(gone?.status == .ended)
        let kept = try awaited.changed(
            by: .place(StructureTerms(role: .delegate)), at: now, in: local, isLastAdministrator: false
        ).get()
        #expect(kept.status == .active && kept.turnsAt == nil, "no days any more")
    }

    @Test(
        arguments: [
            ("24/12/2026", "03/01/2027", ["holder"], nil), ("", "", ["holder"], "du"),
            ("31/02/2027", "03/03/2027", ["holder"], "du"), ("24/12/2026", "demain", ["holder"], "au"),
            ("03/01/2027", "24/12/2026", ["holder"], "au"), ("01/11/2026", "22/11/2026", ["holder"], "au"),
            ("24/12/2026", "25/12/2027", ["holder"], "au"), ("24/12/2026", "03/01/2027", [], "pour"),
            ("24/12/2026", "03/01/2027", ["holder", "other"], "pour"),
            ("24/12/2026", "03/01/2027", ["stranger"], "pour"),
        ] as [(String, String, [String], String?)])
    func `a remplaçant has days that exist, in order, and one holder`(
        _ from: String, _ through: String, _ principals: [String], _ field: String?
    ) throws {
        let typed = TypedTerms(place: "replacement", from: from, through: through, principals: principals)
        let today = try #require(CivilDate("2026-11-23"))
        switch typed.checked(today: today, among: ["holder", "other"]) {
        case .success(let terms): #expect(field == nil && terms.days == days && terms.principals == ["holder"])
        case .failure(.faults(let faults)): #expect(faults.map(\.field).first == field)
        case .failure: Issue.record("another refusal")
        }
    }

    @Test(
        arguments: [
            ("10000000019", StructureInvitation.Address?.none), (" 1000 0000 019", nil), ("12345678901", nil),
            ("p.kervella", .login("p.kervella")), (" P.Kervella ", .login("p.kervella")), ("", nil), ("a b", nil),
            ("a\u{202E}b", nil), (String(repeating: "x", count: 101), nil),
            (String(repeating: "9", count: 10_000), nil),
        ])
    func `an address is an RPPS or a login`(_ typed: String, _ expected: StructureInvitation.Address?) {
        let key = RPPS(rawValue: typed.filter(\.isNumber)).flatMap {
            $0.hasKey ? StructureInvitation.Address.rpps($0) : nil
        }
        #expect((try? StructureInvitation.Address.checked(typed).get()) == (expected ?? key))
    }

    @Test(
        arguments: [
            ("Cabinet", "", "", "22113", "Lannion", nil), ("Cabinet", "CPTS", "", "2a004", "Ajaccio", nil),
            ("", "", "", "22113", "Lannion", "nom"), ("Cab\ninet", "", "", "22113", "Lannion", "nom"),
            ("Cabinet", "", "", "22300 Lannion", "Lannion", "commune"), ("Cabinet", "", "", "", "Lannion", "commune"),
            ("Cabinet", "", "123456789", "22113", "Lannion", "finess"),
            ("Cabinet", "a\u{202E}b", "", "22113", "Lannion", "cpts"), ("Cabinet", "", "", "22113", " ", "nom_commune"),
            (String(repeating: "é", count: 10_000), "", "", "22113", "Lannion", "nom"),
        ] as [(String, String, String, String, String, String?)])
    func `what a structure says of itself is checked field by field`(
        _ name: String, _ cpts: String, _ finess: String, _ commune: String, _ town: String, _ field: String?
    ) {
        let typed = TypedStructure(name: name, cpts: cpts, finess: finess, commune: commune, communeName: town)
        switch typed.checked() {
        case .success(let facts): #expect(field == nil && facts.commune.rawValue == commune.uppercased())
        case .failure(.faults(let faults)): #expect(faults.map(\.field) == [field])
        case .failure: Issue.record("another refusal")
        }
    }
}
