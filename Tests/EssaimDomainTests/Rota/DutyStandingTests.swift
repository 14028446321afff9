import EssaimDomain
import Testing

struct DutyStandingTests {
    private func standing(
        _ calendar: RotaCalendar, _ moment: String, line: Identifier<Offer>? = nil, _ answerers: Answerers
    ) throws -> String {
        let now = try Wall.paris(moment)
        switch calendar.standing(at: now, pool: RotaSample.rennes, line: line, among: answerers) {
        case .onDuty(let people):
            return people.map { "\($0.person) \(OffsetRules.centralEuropean.civil(at: $0.until))" }.joined(
                separator: ", ")
        case .nobody(let away, let strangers): return "nobody \(away) \(strangers)"
        case .noRota: return "no rota"
        }
    }

    private func duties() throws -> [Duty] {
        [
            try RotaSample.duty("morning", RotaSample.riou, [.monday, .tuesday], "morning"),
            try RotaSample.duty("afternoon", RotaSample.riou, [.monday], "afternoon"),
            try RotaSample.duty("tuesday", RotaSample.prigent, [.tuesday], "afternoon"),
            try RotaSample.duty("night", RotaSample.tanguy, [.tuesday], "20:00-08:00"),
        ]
    }

    @Test(arguments: [
        ("2026-11-23T07:59", "nobody [] []"), ("2026-11-23T08:00", "riou 2026-11-23T20:00:00"),
        ("2026-11-23T12:59", "riou 2026-11-23T20:00:00"), ("2026-11-23T13:00", "riou 2026-11-23T20:00:00"),
        ("2026-11-23T20:00", "nobody [] []"), ("2026-11-24T12:00", "riou 2026-11-24T13:00:00"),
        ("2026-11-24T13:00", "prigent 2026-11-24T20:00:00"), ("2026-11-24T20:00", "tanguy 2026-11-25T08:00:00"),
        ("2026-11-25T07:59", "tanguy 2026-11-25T08:00:00"), ("2026-11-25T08:00", "nobody [] []"),
    ])
    func `who is on duty, and until when`(moment: String, expected: String) throws {
        #expect(try standing(RotaSample.calendar(duties()), moment, RotaSample.answerers()) == expected)
    }

    @Test func `an absence ends a duty, and takes away who is on it`() throws {
        let away = try RotaSample.answerers(away: [RotaSample.riou: [("2026-11-23T15:00", "2026-11-24T12:00")]])
        let calendar = RotaSample.calendar(try duties())
        #expect(try standing(calendar, "2026-11-23T09:00", away) == "riou 2026-11-23T15:00:00")
        #expect(try standing(calendar, "2026-11-23T15:00", away) == "nobody [riou] []")
        #expect(try standing(calendar, "2026-11-24T12:30", away) == "riou 2026-11-24T13:00:00")
    }

    @Test func `a stranger is never on duty`() throws {
        let calendar = RotaSample.calendar([try RotaSample.duty("s", RotaSample.stranger, [.monday], "day")])
        #expect(try standing(calendar, "2026-11-23T09:00", RotaSample.answerers()) == "nobody [] [stranger]")
        // A member of another pool is one too.
        let other = RotaSample.calendar([try RotaSample.duty("c", RotaSample.corre, [.monday], "day")])
        #expect(try standing(other, "2026-11-23T09:00", RotaSample.answerers()) == "nobody [] [corre]")
    }

    @Test func `an empty rota is none: all of the pool answers`() throws {
        #expect(try standing(RotaSample.calendar([]), "2026-11-23T09:00", RotaSample.answerers()) == "no rota")
        let lorient = try RotaSample.duty("l", RotaSample.corre, [.monday], "day", for: .pool(RotaSample.lorient))
        #expect(try standing(RotaSample.calendar([lorient]), "2026-11-23T09:00", RotaSample.answerers()) == "no rota")
    }

    @Test func `a rota whose duties are all over is one still`() throws {
        let over = try RotaSample.duty(
            "o", RotaSample.riou, [.monday], "day", from: "2026-11-02", through: "2026-11-16")
        let calendar = RotaSample.calendar([over])
        #expect(try standing(calendar, "2026-11-23T09:00", RotaSample.answerers()) == "nobody [] []")
        let now = try Wall.paris("2026-11-23T09:00")
        #expect(calendar.nextDuty(from: now, pool: RotaSample.rennes, among: try RotaSample.answerers()) == nil)
    }

    @Test func `a line's own duty comes before the pool's, and counts for the pool of its person alone`() throws {
        let calendar = RotaSample.calendar([
            try RotaSample.duty("pool", RotaSample.riou, [.monday], "day"),
            try RotaSample.duty("line", RotaSample.prigent, [.monday], "morning", for: .line(RotaSample.lesion)),
            try RotaSample.duty("other", RotaSample.corre, [.monday], "day", for: .line(RotaSample.lesion)),
        ])
        let answerers = try RotaSample.answerers()
        let both = "prigent 2026-11-23T13:00:00, riou 2026-11-23T20:00:00"
        #expect(try standing(calendar, "2026-11-23T09:00", line: RotaSample.lesion, answerers) == both)
        let alone = "riou 2026-11-23T20:00:00"
        #expect(try standing(calendar, "2026-11-23T09:00", line: RotaSample.eruption, answerers) == alone)
        #expect(try standing(calendar, "2026-11-23T09:00", answerers) == alone)
        #expect(try standing(calendar, "2026-11-23T14:00", line: RotaSample.lesion, answerers) == alone)
    }

    @Test(arguments: [
        ("2026-11-23T09:00", "2026-11-23T09:00"), ("2026-11-23T20:00", "2026-11-24T08:00"),
        ("2026-11-25T07:00", "2026-11-25T07:00"), ("2026-11-25T08:00", "2026-11-30T08:00"),
    ])
    func `the next duty is found`(moment: String, expected: String) throws {
        let next = RotaSample.calendar(try duties()).nextDuty(
            from: try Wall.paris(moment), pool: RotaSample.rennes, among: try RotaSample.answerers())
        #expect(next == (try Wall.paris(expected)))
    }

    @Test func `the next duty begins when its person is back`() throws {
        let away = try RotaSample.answerers(away: [
            RotaSample.riou: [("2026-11-23T00:00", "2026-11-24T00:00")],
            RotaSample.tanguy: [("2026-11-24T00:00", "2026-11-25T03:00")],
            RotaSample.prigent: [("2026-11-24T00:00", "2026-12-25T03:00")],
        ])
        let calendar = RotaSample.calendar(try duties())
        let next = calendar.nextDuty(from: try Wall.paris("2026-11-23T09:00"), pool: RotaSample.rennes, among: away)
        #expect(next == (try Wall.paris("2026-11-24T08:00")))
        let night = calendar.nextDuty(from: try Wall.paris("2026-11-24T13:00"), pool: RotaSample.rennes, among: away)
        #expect(night == (try Wall.paris("2026-11-25T03:00")))
    }

    /// Whatever the rota: who is on duty is so until the moment that is told, and someone at each moment of `nextDuty`.
    @Test(arguments: 1...8) func `what is told of a duty holds until its end`(seed: UInt64) throws {
        var random = SeededRandom(seed)
        let calendar = RotaCalendar(RandomRota.drawn(from: try Wall.day("2026-09-15"), &random), in: LocalTime())
        let answerers = try RotaSample.answerers(
            members: [RotaSample.rennes: ["a", "b", "c"], RotaSample.lorient: ["c", "d"]],
            away: ["a": [("2026-10-20T11:00", "2026-10-27T15:00")], "c": [("2026-10-25T02:30", "2026-10-25T04:00")]])
        for _ in 0..<200 {
            let now = try Wall.paris("2026-10-18T00:00") + .seconds(Int.random(in: 0..<20 * 86_400, using: &random))
            let standing = calendar.standing(
                at: now, pool: RotaSample.rennes, line: RotaSample.lesion, among: answerers)
            switch standing {
            case .onDuty(let people):
                #expect(!people.isEmpty && Set(people.map(\.person)).count == people.count, "seed \(seed)")
                for one in people {
                    #expect(one.until > now, "seed \(seed)")
                    for share in 0..<5 {
                        let between = Instant(
                            milliseconds: now.milliseconds + (one.until - now).milliseconds * Int64(share) / 5)
                        let then = calendar.standing(
                            at: between, pool: RotaSample.rennes, line: RotaSample.lesion, among: answerers)
                        #expect(names(then).contains(one.person), "seed \(seed)")
                    }
                }
            case .nobody:
                let next = calendar.nextDuty(
                    from: now, pool: RotaSample.rennes, line: RotaSample.lesion, among: answerers)
                guard let next else { continue }
                #expect(next > now, "seed \(seed)")
                let then = calendar.standing(
                    at: next, pool: RotaSample.rennes, line: RotaSample.lesion, among: answerers)
                #expect(!names(then).isEmpty, "seed \(seed)")
                let before = calendar.standing(
                    at: next - .milliseconds(1), pool: RotaSample.rennes, line: RotaSample.lesion, among: answerers)
                #expect(names(before).isEmpty, "seed \(seed)")
            case .noRota: break
            }
        }
    }

    private func names(_ standing: DutyStanding) -> [Identifier<Person>] {
        if case .onDuty(let people) = standing { people.map(\.person) } else { [] }
    }
}
