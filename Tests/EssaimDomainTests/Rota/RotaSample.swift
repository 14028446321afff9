import EssaimDomain
import Testing

/// Two pools, two lines, and duties written in a line. Monday is 23 November 2026.
enum RotaSample {
    static let rennes: Identifier<Pool> = "rennes"
    static let lorient: Identifier<Pool> = "lorient"
    /// Both pools, every day from 8 to 20 h, holidays too.
    static let lesion: Identifier<Offer> = "lesion"
    /// Rennes alone, Monday to Friday from 9 to 19 h.
    static let eruption: Identifier<Offer> = "eruption"

    static let riou: Identifier<Person> = "riou"
    static let prigent: Identifier<Person> = "prigent"
    static let tanguy: Identifier<Person> = "tanguy"
    /// Of Lorient.
    static let corre: Identifier<Person> = "corre"
    /// Of no pool.
    static let stranger: Identifier<Person> = "stranger"

    static let members: [Identifier<Pool>: Set<Identifier<Person>>] = [
        rennes: [riou, prigent, tanguy], lorient: [corre],
    ]

    static func network() throws -> Network {
        let daily = OpeningHours(
            weekly: Dictionary(
                uniqueKeysWithValues: try Weekday.allCases.map {
                    ($0, [try #require(MinuteRange(rawValue: "08:00-20:00"))])
                }),
            opensOnHolidays: true)
        return Network(
            id: "bretagne", name: "Bretagne",
            zones: [
                Zone(id: "est", name: "Est", departements: ["35"]), Zone(id: "sud", name: "Sud", departements: ["56"]),
            ],
            pools: [
                Pool(id: rennes, name: "Dermatologues de Rennes"), Pool(id: lorient, name: "Dermatologues de Lorient"),
            ],
            offers: [
                Offer(
                    id: lesion, title: "Lésion suspecte", targets: [:], hours: daily,
                    pools: ["est": rennes, "sud": lorient]),
                Offer(
                    id: eruption, title: "Éruption", targets: [:], hours: try Wall.weekdays().hours,
                    pools: ["est": rennes]),
            ])
    }

    static func answerers(
        members: [Identifier<Pool>: Set<Identifier<Person>>] = members,
        away: [Identifier<Person>: [(String, String)]] = [:], hours: [Identifier<Person>: OpeningHours] = [:]
    ) throws -> Answerers {
        var presences: [Identifier<Person>: Presence] = [:]
        for person in Set(away.keys).union(hours.keys) {
            let stretches = try (away[person] ?? []).map { try Wall.paris($0.0)..<(try Wall.paris($0.1)) }
            presences[person] = Presence(hours: hours[person], away: Stretches(stretches))
        }
        return Answerers(of: try network(), members: members, presences: presences)
    }

    static func duty(
        _ id: Identifier<Duty>, _ person: Identifier<Person>, _ weekdays: Set<Weekday>, _ time: String,
        every weeks: Int = 1, from first: String = "2026-11-23", through last: String? = nil,
        _ onHolidays: DutyPattern.OnHolidays = .dropped, for post: DutyPost = .pool(rennes), version: Int = 1
    ) throws -> Duty {
        let pattern = DutyPattern(
            weekdays: weekdays, everyWeeks: weeks, from: try Wall.day(first), through: try last.map(Wall.day),
            onHolidays: onHolidays)
        return Duty(
            id: id, post: post, person: person, time: try #require(DutyTime(rawValue: time)),
            pattern: try #require(pattern), version: version)
    }

    static func key(_ duty: Identifier<Duty>, _ day: String) throws -> Shift.Key {
        Shift.Key(duty: duty, day: try Wall.day(day))
    }

    static func calendar(_ duties: [Duty], _ exceptions: [ShiftException] = []) -> RotaCalendar {
        RotaCalendar(Rota(duties: duties, exceptions: exceptions), in: LocalTime())
    }

    /// `riou 2026-11-23T08:00:00 2026-11-23T13:00:00`, on the clocks of Paris.
    static func text(_ shift: Shift) -> String {
        let paris = OffsetRules.centralEuropean
        return "\(shift.person) \(paris.civil(at: shift.span.lowerBound)) \(paris.civil(at: shift.span.upperBound))"
    }
}
