import EssaimDomain
import EssaimNetworkFiles
import Testing

@Suite struct MemberDifferenceTests {
    @Test func `who comes, who changes and who leaves is told, with the demands that go back`() throws {
        let members = try #require(try declaration(peopledFile).members)
        var older = members[0]
        older.pools = ["essai/nord": .junior]
        let lines = NetworkDifference.lines(members: [
            .init(old: older, new: members[0]), .init(old: members[1], new: nil, returned: 2),
            .init(old: members[1], new: members[1]),
        ]).map { $0.split(separator: "\u{A0}").joined(separator: " ") }
        #expect(
            lines == [
                "modifié : membre « Anna Le Goff », équipes : nord junior → nord senior",
                "retiré : membre « Paul Riou » ; demandes rendues à l’équipe : 2",
            ])
    }

    @Test func `duties are compared by their names`() throws {
        let duties = try #require(try declaration(peopledFile).duties)
        var other = duties[0]
        other.time = .day
        #expect(NetworkDifference.lines(duties: duties, duties).isEmpty)
        #expect(NetworkDifference.lines(duties: duties, [other]).count == 1)
        #expect(NetworkDifference.lines(duties: duties, []).first?.hasPrefix("retirée") == true)
        #expect(NetworkDifference.lines(duties: [], duties).first?.hasPrefix("ajoutée") == true)
    }
}
