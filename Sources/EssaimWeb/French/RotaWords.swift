import EssaimDomain
import EssaimGate

/// Turns and days in words.
struct RotaWords {
    let clock: PageClock

    /// « mardi 24 novembre ».
    func day(_ day: CivilDate) -> String {
        "\(day.weekday.french) \(day.year == clock.today.year ? French.dayAndMonth(day) : French.date(day))"
    }

    /// « 8 h à 20 h », « 20 h à 8 h, le lendemain ».
    func hours(_ span: Range<Instant>) -> String {
        let (from, to) = (clock.civil(span.lowerBound), clock.civil(span.upperBound))
        let isNext = to.date > from.date && to.minuteOfDay > 0
        return
            "\(clock.timeOfDay(span.lowerBound)) à \(to.minuteOfDay == 0 ? "minuit" : clock.timeOfDay(span.upperBound))"
            + (isNext ? ", le lendemain" : "")
    }

    /// « mardi 24 novembre, 8 h à 20 h ».
    func turn(_ shift: Shift) -> String { "\(day(shift.day)), \(hours(shift.span))" }

    static func name(_ post: DutyPost, in network: Network) -> String {
        switch post {
        case .pool(let pool): network.pool(pool)?.name ?? "équipe retirée"
        case .line(let line): network.offer(line)?.title ?? "ligne retirée"
        }
    }

    static func time(_ time: DutyTime) -> String {
        switch time {
        case .half(.morning): "le matin"
        case .half(.afternoon): "l’après-midi"
        case .day: "la journée"
        case .hours(let hours): hours.rawValue.replacing("-", with: " à ").replacing(":", with: "\u{A0}h\u{A0}")
        }
    }

    /// « lundi et mardi, toutes les 2 semaines, du 1 décembre 2026 au 31 mars 2027 ».
    func pattern(_ pattern: DutyPattern) -> String {
        if pattern.first == pattern.last { return "le \(day(pattern.first))" }
        let days = French.list(Weekday.allCases.filter(pattern.weekdays.contains).map(\.french))
        let rhythm = pattern.everyWeeks == 1 ? "" : ", toutes les \(pattern.everyWeeks) semaines"
        let end = pattern.last.map { " au \(French.date($0))" } ?? ""
        let holidays =
            switch pattern.onHolidays {
            case .kept: ", jours fériés compris"
            case .dropped: ""
            case .only: ", les jours fériés seulement"
            }
        return "\(days)\(rhythm), \(end.isEmpty ? "depuis le" : "du") \(French.date(pattern.first))\(end)\(holidays)"
    }
}

extension RotaFinding {
    /// « Personne ne peut répondre mardi 24 novembre : Dermatologues du Nord (Dermatologie). ».
    func words(_ words: RotaWords, in network: Network, _ people: [Identifier<Person>: Person]) -> String {
        func name(_ id: Identifier<Person>) -> String { people[id]?.shownName ?? "un ancien membre" }
        func lines(_ ids: [Identifier<Offer>]) -> String {
            French.list(ids.compactMap { network.offer($0)?.title })
        }
        func pool(_ id: Identifier<Pool>) -> String { network.pool(id)?.name ?? "équipe retirée" }
        switch self {
        case .emptyPool(let id, let ids): return "\(pool(id)) n’a aucun membre\u{A0}: \(lines(ids)) reste sans réponse."
        case .nobody(let id, let day, let ids):
            return "Personne ne peut répondre \(words.day(day))\u{A0}: \(pool(id)) (\(lines(ids)))."
        case .gap(let gap):
            let holes = French.list(gap.stretches.list.prefix(4).map { words.hours($0) })
            let away = gap.away.isEmpty ? "" : " Absence\u{A0}: \(French.list(gap.away.map(name)))."
            let holiday = gap.holiday.map { " (\($0))" } ?? ""
            return "Personne de garde \(words.day(gap.day))\(holiday), \(holes)\u{A0}: \(pool(gap.pool)), "
                + "\(lines([gap.line])).\(away)"
        case .doubleBooking(let double):
            return "\(name(double.person)) est deux fois de garde \(words.day(double.second.day))\u{A0}: "
                + "\(RotaWords.name(double.first.post, in: network)) et "
                + "\(RotaWords.name(double.second.post, in: network))."
        case .stranger(let person, let post, let day):
            return "\(name(person)) est au planning de \(RotaWords.name(post, in: network)) à partir de "
                + "\(words.day(day)), sans en être membre."
        }
    }
}
