import EssaimDomain
import Testing

/// From Monday 23 November 2026, 7 h. Rennes answers both lines, Lorient one.
struct RotaReviewTests {
    private func findings(
        _ duties: [Duty], _ exceptions: [ShiftException] = [], days: Int = 7, at now: String = "2026-11-23T07:00",
        members: [Identifier<Pool>: Set<Identifier<Person>>] = RotaSample.members,
        away: [Identifier<Person>: [(String, String)]] = [:], hours: [Identifier<Person>: OpeningHours] = [:],
        of pools: Set<Identifier<Pool>> = [RotaSample.rennes], in network: Network? = nil
    ) throws -> [String] {
        var network = try network ?? RotaSample.network()
        network.pools.removeAll { !pools.contains($0.id) }
        let review = RotaReview(
            of: RotaSample.calendar(duties, exceptions), in: network,
            among: try RotaSample.answerers(members: members, away: away, hours: hours), from: try Wall.paris(now),
            days: days, local: LocalTime())
        return review.findings.map(text)
    }

    private func text(_ finding: RotaFinding) -> String {
        let paris = OffsetRules.centralEuropean
        switch finding {
        case .emptyPool(let pool, let lines): return "empty \(pool) \(lines)"
        case .nobody(let pool, let day, let lines): return "nobody \(pool) \(day) \(lines)"
        case .gap(let gap):
            let hours = gap.stretches.list.map {
                "\(MinuteOfDay.text(paris.civil(at: $0.lowerBound).minuteOfDay))-"
                    + MinuteOfDay.text(paris.civil(at: $0.upperBound).minuteOfDay)
            }
            let more = gap.away.map(\.rawValue) + [gap.holiday].compactMap(\.self)
            return (["gap \(gap.line) \(gap.day)"] + hours + more).joined(separator: " ")
        case .doubleBooking(let double):
            return "double \(double.person) \(double.first.key.duty) \(double.second.key.duty) \(double.second.day)"
        case .stranger(let person, _, let day): return "stranger \(person) \(day)"
        }
    }

    private let week: Set<Weekday> = Set(Weekday.allCases)

    @Test func `a rota that covers the hours of each line has nothing to say`() throws {
        #expect(try findings([RotaSample.duty("d", RotaSample.riou, week, "day", .kept)], days: 56) == [])
    }

    @Test func `without a rota nothing lacks as long as someone is there`() throws {
        #expect(try findings([], days: 56) == [])
    }

    @Test func `hours without anybody are gaps, line by line, with whose turn it would be`() throws {
        let duties = [
            try RotaSample.duty(
                "d", RotaSample.riou, [.monday, .tuesday, .thursday, .friday, .saturday, .sunday], "day"),
            try RotaSample.duty("w", RotaSample.prigent, [.wednesday], "morning"),
            try RotaSample.duty("x", RotaSample.prigent, [.wednesday], "15:00-20:00"),
        ]
        let away = [RotaSample.riou: [("2026-11-27T18:00", "2026-11-29T00:00")]]
        #expect(
            try findings(duties, away: away) == [
                "gap eruption 2026-11-25 13:00-15:00", "gap lesion 2026-11-25 13:00-15:00",
                "gap eruption 2026-11-27 18:00-19:00 riou", "gap lesion 2026-11-27 18:00-20:00 riou",
                "gap lesion 2026-11-28 08:00-20:00 riou",
            ])
    }

    @Test func `a duty that falls out on a holiday leaves a gap that says so, where the line is open`() throws {
        let duties = [try RotaSample.duty("d", RotaSample.riou, week, "day")]
        #expect(
            try findings(duties, days: 5, at: "2026-12-22T00:00") == ["gap lesion 2026-12-25 08:00-20:00 Noël"])
    }

    @Test func `nobody can answer here next Tuesday`() throws {
        // Nobody has a rota, one is away for days, one for the very day, one does not work on Tuesdays.
        let week = OpeningHours.same(
            [try #require(MinuteRange(rawValue: "09:00-18:00"))], on: [.monday, .wednesday, .thursday, .friday])
        let away = [
            RotaSample.riou: [("2026-11-20T00:00", "2026-12-25T00:00")],
            RotaSample.prigent: [("2026-12-01T00:00", "2026-12-02T00:00")],
        ]
        let said = try findings([], days: 14, away: away, hours: [RotaSample.tanguy: week])
        #expect(said == ["nobody rennes 2026-12-01 [lesion, eruption]"])
        // A duty of that day is someone, be it outside of their hours.
        let duty = try RotaSample.duty("t", RotaSample.tanguy, [.tuesday], "day")
        let other = try RotaSample.duty(
            "p", RotaSample.prigent, [.monday, .wednesday, .thursday, .friday], "day", .kept)
        let more = try RotaSample.duty("q", RotaSample.prigent, [.saturday, .sunday], "day", .kept)
        #expect(try findings([duty, other, more], days: 14, away: away, hours: [RotaSample.tanguy: week]) == [])
    }

    @Test func `when all are away each day is said once, and no gap besides`() throws {
        let duties = [try RotaSample.duty("d", RotaSample.riou, week, "day", .kept)]
        let absence = [("2026-11-24T00:00", "2026-11-26T00:00")]
        let away = [RotaSample.riou: absence, RotaSample.prigent: absence, RotaSample.tanguy: absence]
        #expect(
            try findings(duties, away: away) == [
                "nobody rennes 2026-11-24 [lesion, eruption]", "nobody rennes 2026-11-25 [lesion, eruption]",
            ])
    }

    @Test func `a pool without members is said once`() throws {
        let members = [RotaSample.lorient: Set([RotaSample.corre])]
        #expect(try findings([], days: 56, members: members) == ["empty rennes [lesion, eruption]"])
    }

    @Test func `a line that is not open needs nobody`() throws {
        var network = try RotaSample.network()
        for place in network.offers.indices { network.offers[place].state = place == 0 ? .coming : .paused }
        #expect(try findings([], members: [:], in: network) == [])
    }

    @Test func `someone on two posts at once is told, and so is who is in no pool of theirs`() throws {
        let duties = [
            try RotaSample.duty("a", RotaSample.riou, week, "day", .kept),
            try RotaSample.duty("b", RotaSample.riou, [.tuesday], "20:00-08:00"),
            try RotaSample.duty("c", RotaSample.riou, [.thursday], "morning", for: .line(RotaSample.eruption)),
            try RotaSample.duty("d", RotaSample.stranger, [.friday, .sunday], "day"),
        ]
        #expect(
            try findings(duties) == [
                "double riou a c 2026-11-26", "stranger stranger 2026-11-27",
            ])
    }

    @Test func `a rota that runs out has gaps from there on`() throws {
        let duties = [try RotaSample.duty("d", RotaSample.riou, week, "day", through: "2026-11-28", .kept)]
        #expect(
            try findings(duties, days: 8) == [
                "gap lesion 2026-11-29 08:00-20:00", "gap eruption 2026-11-30 09:00-19:00",
                "gap lesion 2026-11-30 08:00-20:00",
            ])
    }

    @Test func `what is past of today is left out, and a night that began yesterday counts`() throws {
        let duties = [
            try RotaSample.duty("n", RotaSample.riou, [.monday], "20:00-12:00"),
            try RotaSample.duty("e", RotaSample.riou, [.tuesday], "18:00-20:00"),
        ]
        #expect(
            try findings(duties, days: 1, at: "2026-11-24T10:30") == [
                "gap eruption 2026-11-24 12:00-18:00", "gap lesion 2026-11-24 12:00-18:00",
            ])
        #expect(try findings(duties, days: 1, at: "2026-11-24T18:00") == [])
        #expect(try findings(duties, days: 1, at: "2026-11-24T23:00") == [])
        #expect(try findings(duties, days: 0) == [])
    }

    @Test func `a line open day and night over the change of clocks has no gap between two nights`() throws {
        var network = try RotaSample.network()
        for place in network.offers.indices { network.offers[place].hours = nil }
        let duties = [
            try RotaSample.duty("d", RotaSample.riou, week, "day", from: "2026-10-19", .kept),
            try RotaSample.duty("n", RotaSample.prigent, week, "20:00-08:00", from: "2026-10-19", .kept),
        ]
        #expect(try findings(duties, days: 7, at: "2026-10-22T00:00", in: network) == [])
        #expect(
            try findings(Array(duties.prefix(1)), days: 1, at: "2026-10-25T00:00", in: network) == [
                "gap eruption 2026-10-25 00:00-08:00 20:00-00:00", "gap lesion 2026-10-25 00:00-08:00 20:00-00:00",
            ])
    }

    @Test func `a finding has the same name on another day`() throws {
        func names(_ now: String) throws -> Set<String> {
            let review = RotaReview(
                of: RotaSample.calendar([try RotaSample.duty("d", RotaSample.stranger, [.friday], "day")]),
                in: try RotaSample.network(), among: try RotaSample.answerers(), from: try Wall.paris(now), days: 14,
                local: LocalTime())
            return Set(review.findings.map(\.name))
        }
        let (monday, tuesday) = (try names("2026-11-23T07:00"), try names("2026-11-24T09:00"))
        #expect(monday.contains("stranger stranger pool rennes") && tuesday.contains("stranger stranger pool rennes"))
        #expect(monday.intersection(tuesday).count == monday.count - 2)
    }

    /// Moments of opening drawn at random: someone is on duty, or a finding holds the moment.
    @Test(arguments: 1...8) func `every moment of opening is answered or found`(seed: UInt64) throws {
        var random = SeededRandom(seed)
        let calendar = RotaCalendar(RandomRota.drawn(from: try Wall.day("2026-09-15"), &random), in: LocalTime())
        let network = try RotaSample.network()
        let answerers = try RotaSample.answerers(
            members: [RotaSample.rennes: ["a", "b", "c"], RotaSample.lorient: ["d"]],
            away: [
                "a": [("2026-10-20T11:00", "2026-10-27T15:00")], "d": [("2026-11-01T00:00", "2026-11-03T00:00")],
                "b": [("2026-10-24T00:00", "2026-11-15T00:00")], "c": [("2026-10-25T00:00", "2026-10-27T00:00")],
            ])
        let now = try Wall.paris("2026-10-18T07:00")
        let review = RotaReview(of: calendar, in: network, among: answerers, from: now, days: 28, local: LocalTime())
        let findings = review.findings
        #expect(findings == findings.sorted() && Set(findings.map(\.name)).count == findings.count, "seed \(seed)")
        for _ in 0..<400 {
            let then = now + .seconds(Int.random(in: 0..<27 * 86_400, using: &random))
            let day = LocalTime().date(at: then)
            for offer in network.offers {
                let isOpen = LocalTime(hours: offer.hours ?? .always).isOpen(at: then)
                for pool in Set(offer.pools.values) {
                    let standing = calendar.standing(at: then, pool: pool, line: offer.id, among: answerers)
                    let found = findings.contains { finding in
                        switch finding {
                        case .gap(let gap): gap.pool == pool && gap.line == offer.id && gap.stretches.contains(then)
                        case .nobody(let other, let on, let lines):
                            isOpen && other == pool && on == day && lines.contains(offer.id)
                        default: false
                        }
                    }
                    if case .nobody = standing { #expect(found == isOpen, "\(then) \(offer.id) \(pool) seed \(seed)") }
                    if case .onDuty = standing { #expect(!found, "\(then) \(offer.id) \(pool) seed \(seed)") }
                }
            }
        }
    }
}
