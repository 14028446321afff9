import EssaimDomain
import EssaimNetworkFiles
import Testing

@Suite struct MemberRoundTripTests {
    @Test func `people and duties are read as they are written down`() throws {
        let read = try declaration(peopledFile)
        let anna = try #require(read.members?.first)
        #expect(anna.sign == RPPS(rawValue: rpps(1)).map { .rpps($0) })
        #expect(anna.pools == ["essai/nord": .senior] && anna.specialty == "SM15")
        #expect(read.members?.last?.roles == [.coordinator])
        let duty = try #require(read.duties?.first)
        #expect(duty.id == "essai/lundi" && duty.post == .pool("essai/nord") && duty.time.rawValue == "20:00-08:00")
        #expect(duty.pattern.weekdays == [.monday, .tuesday, .wednesday, .saturday])
        #expect(duty.pattern.everyWeeks == 2 && duty.pattern.onHolidays == .kept)
    }

    @Test func `a file that names nobody is not a file that leaves everyone as they are`() throws {
        let network = try declaration(smallFile).network
        #expect(try declaration(smallFile).members == nil)
        let nobody = NetworkDeclaration(network: network, members: [], duties: [])
        #expect(try declaration(NetworkFile.write(nobody)) == nobody)
    }

    @Test(arguments: 0..<100)
    func `any members and duties written and read again are the same`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let declared = try NetworkDeclaration.random(over: declaration(peopledFile).network, using: &random)
        let text = NetworkFile.write(declared)
        #expect(try declaration(text) == declared, "\(text)")
    }
}

extension NetworkDeclaration {
    fileprivate static func random(over small: Network, using random: inout SeededGenerator) -> Self {
        func maybe() -> Bool { Bool.random(using: &random) }
        func name() -> String {
            ["Le Goff", "N’Diaye: x", "- Riou #2", "yes", "\"Ève\" *"].randomElement(using: &random) ?? ""
        }
        var network = small
        network.partners = [Partner(id: "essai/chu", name: "CHU", kind: .hospital)]
        network.subSpecialties = [SubSpecialty(id: "essai/oeil", title: "Œil")]
        let members = (1...Int.random(in: 1...12, using: &random)).map { index in
            let number = RPPS(rawValue: rpps(index)).map(DeclaredMember.Sign.rpps)
            return DeclaredMember(
                key: "m-\(index)", sign: maybe() ? number ?? .login("x") : .login("m.\(index)@exemple.fr"),
                familyName: name(), givenName: name(),
                profession: Profession.allCases.randomElement(using: &random) ?? .doctor,
                specialty: maybe() ? "SM15" : nil, mail: maybe() ? MailboxAddress(rawValue: "m@exemple.fr") : nil,
                roles: Set(NetworkRole.allCases.filter { _ in maybe() }).union(index == 1 ? [.head] : [.requester]),
                pools: maybe() ? ["essai/nord": .junior] : ["essai/sud": .senior, "essai/nord": .senior],
                partners: maybe() ? ["essai/chu"] : [], subSpecialties: maybe() ? ["essai/oeil"] : [])
        }
        let hours =
            [DutyTime.day, .half(.morning), .half(.afternoon)]
            + ["20:00-08:00", "08:30-08:30", "09:00-00:00"].compactMap { DutyTime(rawValue: $0) }
        let first = CivilDate("2026-12-07")
        let duties = members.compactMap { member -> DeclaredDuty? in
            guard let first else { return nil }
            let days = Set(Weekday.allCases.filter { _ in maybe() }).union([.monday])
            let pattern = DutyPattern(
                weekdays: days, everyWeeks: Int.random(in: 1...52, using: &random), from: first,
                through: maybe() ? first.adding(days: 400) : nil,
                onHolidays: DutyPattern.OnHolidays.allCases.randomElement(using: &random) ?? .kept)
            return pattern.map { pattern in
                DeclaredDuty(
                    id: Identifier("essai/d-\(member.key)"), post: maybe() ? .pool("essai/nord") : .line("essai/peau"),
                    member: member.key, time: hours.randomElement(using: &random) ?? .day, pattern: pattern)
            }
        }
        return Self(network: network, members: members, duties: maybe() ? duties : nil)
    }
}
