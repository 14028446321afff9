import EssaimDomain

/// Rotas of five people on three posts, with exceptions of each kind.
enum RandomRota {
    static let people: [Identifier<Person>] = ["a", "b", "c", "d", "e"]
    static let posts: [DutyPost] = [.pool(RotaSample.rennes), .pool(RotaSample.lorient), .line(RotaSample.lesion)]

    static func drawn(from first: CivilDate, _ random: inout SeededRandom) -> Rota {
        var rota = Rota()
        for number in 0..<Int.random(in: 10...25, using: &random) {
            let start = first.adding(days: Int.random(in: 0..<40, using: &random))
            let weekdays = Set(Weekday.allCases.filter { _ in Bool.random(using: &random) }).union([.tuesday])
            let end = Bool.random(using: &random) ? start.adding(days: Int.random(in: 0..<90, using: &random)) : nil
            guard
                let pattern = DutyPattern(
                    weekdays: weekdays, everyWeeks: Int.random(in: 1...3, using: &random), from: start, through: end,
                    onHolidays: DutyPattern.OnHolidays.allCases.randomElement(using: &random) ?? .kept),
                let person = people.randomElement(using: &random), let post = posts.randomElement(using: &random)
            else { continue }
            rota.duties.append(
                Duty(
                    id: Identifier("duty-\(number)"), post: post, person: person, time: time(&random), pattern: pattern)
            )
        }
        var keys: Set<Shift.Key> = []
        for _ in 0..<80 {
            guard let duty = rota.duties.randomElement(using: &random) else { continue }
            let day = first.adding(days: Int.random(in: 0..<100, using: &random))
            let key = Shift.Key(duty: duty.id, day: day)
            guard keys.insert(key).inserted else { continue }
            let near = day.adding(days: Int.random(in: -9...9, using: &random))
            rota.exceptions.append(
                ShiftException(
                    key: key, isRemoved: Int.random(in: 0..<4, using: &random) == 0,
                    place: Bool.random(using: &random) ? ShiftException.Place(day: near, time: time(&random)) : nil,
                    person: Bool.random(using: &random) ? people.randomElement(using: &random) : nil,
                    version: Int.random(in: 1...3, using: &random)))
        }
        return rota
    }

    private static func time(_ random: inout SeededRandom) -> DutyTime {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return .half(.morning)
        case 1: return .half(.afternoon)
        case 2: return .day
        default:
            let from = Int.random(in: 0..<1440, using: &random)
            let hours = DutyHours(from: from, to: from + Int.random(in: 1...1440, using: &random))
            return hours.map(DutyTime.hours) ?? .day
        }
    }
}
