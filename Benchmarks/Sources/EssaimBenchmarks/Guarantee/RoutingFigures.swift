import EssaimDomain

/// One demand routed over 300 zones, 2,000 experts and a rota whose duties last a year, in memory.
enum RoutingFigures {
    private static let zones = 300
    private static let experts = 2000

    static func measure(at now: Instant) -> Percentiles {
        let network = network
        let table = RoutingTable(network)
        let members = Dictionary(
            grouping: (0..<experts).map { Identifier<Person>("expert-\($0)") },
            by: { person in pool(Int(person.rawValue.dropFirst(7)) ?? 0) })
        let answerers = Answerers(of: network, members: members.mapValues(Set.init))
        let calendar = RotaCalendar(
            rota(members, from: OffsetRules.centralEuropean.civil(at: now).date), in: LocalTime())
        let standings = members.mapValues { $0.map { ExpertStanding($0, availableFrom: now) } }
        var times: [Double] = []
        for number in 0..<3000 {
            let place = DemandPlace(departement: String(100 + number % zones)).locality(in: NoCommunes())
            let demand = RoutingDemand(offer: "line", urgency: .urgent, place: place, wantedBy: now + .hours(12))
            let start = ContinuousClock.now
            let pools = table.pools(for: demand)
            var hour = RoutingHour(now: now, experts: [:])
            for pool in pools {
                hour.experts[pool] = standings[pool]
                hour.duties[pool] = DutyAnswer(calendar.standing(at: now, pool: pool, among: answerers))
            }
            let answer = table.route(demand, at: hour)
            times.append((ContinuousClock.now - start) / .milliseconds(1))
            precondition(answer.route != nil)
        }
        let figure = Percentiles(times)
        Report.say(
            "a demand routed: p50 \(Report.short(figure.p50)) ms, p99 \(Report.short(figure.p99)) ms over \(experts) experts"
        )
        return figure
    }

    private static func pool(_ number: Int) -> Identifier<Pool> { Identifier("pool-\(number % zones)") }
    private static func zone(_ number: Int) -> Identifier<Zone> { Identifier("zone-\(number % zones)") }

    private static var network: Network {
        Network(
            id: "n", name: "N",
            zones: (0..<zones).map { number in
                Zone(
                    id: zone(number), name: "", departements: [String(100 + number)],
                    overflow: [zone(number + 1), zone(number + 2)])
            },
            pools: (0..<zones).map { Pool(id: pool($0), name: "") },
            offers: [
                Offer(
                    id: "line", title: "", targets: [:],
                    pools: Dictionary(uniqueKeysWithValues: (0..<zones).map { (zone($0), pool($0)) }),
                    routing: LineRouting(orders: [.urgent: .duty], atOnce: 2))
            ])
    }

    /// Each expert a day of the week, from six months before to six months after.
    private static func rota(_ members: [Identifier<Pool>: [Identifier<Person>]], from day: CivilDate) -> Rota {
        var duties: [Duty] = []
        for (pool, people) in members {
            for (place, person) in people.enumerated() {
                guard
                    let pattern = DutyPattern(
                        weekdays: [day.adding(days: place).weekday], everyWeeks: 1, from: day.adding(days: -182),
                        through: day.adding(days: 182))
                else { continue }
                duties.append(
                    Duty(
                        id: Identifier("duty-\(person)"), post: .pool(pool), person: person, time: .day,
                        pattern: pattern))
            }
        }
        return Rota(duties: duties)
    }
}
