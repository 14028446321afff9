import EssaimDomain
import EssaimGate
import EssaimTestSupport
import EssaimWorkflow
import Synchronization
import Testing

@testable import EssaimServer

/// *Suivi* against a counting by hand, one demand after the other, of many random demands.
@Suite struct ActivityOracleTests {
    /// With a change of clocks in October and March, without one, and with an hour that is not whole.
    static let zones = ["Europe/Paris", "Pacific/Marquesas", "America/Miquelon"]

    @Test(arguments: zones)
    func `every figure of every month is the one that a counting by hand gives`(zone: String) async throws {
        let offsets = try #require(OffsetRules(named: zone))
        try await ServedTown.open { town in
            try town.ledger.execute("UPDATE networks SET time_zone = '\(zone)' WHERE id = '\(Network.sample.id)'")
            var random = SeededGenerator(seed: 4_711)
            let now = Instant.sample + .days(140)
            let demands = (0..<400).map { Self.demand($0, until: now, offsets, &random) }
            try await town.server.store.write { tx in for demand in demands { try tx.insert(demand) } }
            town.clock.set(to: now)
            for month in ["2026-10", "2026-11", "2027-03", "2027-04"].compactMap({ CivilMonth($0) }) {
                for offer in ["", Offer.tumours.id.rawValue] {
                    let found = try await Self.activity(of: month, offer, in: town)
                    let counted = Counted(demands, month, offer, offsets, now)
                    #expect(counted.demands.count > 3, "\(month) \(offer)")
                    #expect(found.counts == counted.counts, "\(month) \(offer)")
                    #expect(found.mix == counted.mix, "\(month) \(offer)")
                    #expect(found.median == counted.centile(50) && found.ninetieth == counted.centile(90))
                    for (month, counts) in found.months {
                        #expect(counts == Counted(demands, month, offer, offsets, now).counts, "\(month)")
                    }
                    for (line, _, counts) in found.offers {
                        #expect(counts == Counted(demands, month, line.rawValue, offsets, now).counts, "\(line)")
                    }
                }
            }
        }
    }

    /// Sent within eight months, many of them within a few minutes of a month's first moment.
    private static func demand(
        _ number: Int, until now: Instant, _ offsets: OffsetRules, _ random: inout SeededGenerator
    ) -> AdviceRequest {
        let state = RequestState.allCases.randomElement(using: &random) ?? .submitted
        let day = offsets.civil(at: now).date.adding(days: -Int.random(in: 2...240, using: &random))
        var sentAt =
            offsets.instant(of: CivilDateTime(startOf: day)) + .minutes(Int.random(in: 0..<1440, using: &random))
        if Int.random(in: 0..<3, using: &random) == 0 {
            let first = offsets.instant(of: CivilDateTime(startOf: CivilMonth(of: day).firstDay))
            sentAt = first + .milliseconds(Int64.random(in: -2...2, using: &random))
        }
        let delay = [1, 60, 24 * 60, 48 * 60, 7 * 24 * 60].randomElement(using: &random) ?? 1
        let answeredAt = sentAt + .minutes(delay) + .milliseconds(Int64.random(in: -1...1, using: &random))
        var content = RequestContent.sample
        content.treatingDoctor =
            [.unsaid, .none, .requester, .named("Dr Corre")].randomElement(using: &random) ?? .none
        content.residence =
            [nil, "22300 Lannion", "2A004 Ajaccio", "97411 Saint-Denis", "quelque part"]
            .randomElement(using: &random) ?? nil
        let base = AdviceRequest.sample(
            state, id: Identifier("random-\(number)"), rank: UInt64(number),
            route: Bool.random(using: &random) ? .north : .tumours, sentAt: sentAt, content: content,
            answer: AnswerContent(
                text: "Oui.", orientation: Orientation.allCases.randomElement(using: &random) ?? .managedRemotely))
        let isOver = state == .answered || state == .closed
        let isArchived = state == .closed && Bool.random(using: &random)
        let loop = Loop(
            patientToldAt: isOver && Bool.random(using: &random) ? answeredAt : nil,
            advice: state == .closed ? Loop.Advice.allCases.randomElement(using: &random) : nil,
            otherwise: state == .closed ? Loop.Otherwise.allCases.randomElement(using: &random) : nil,
            archivedUnclosedAt: isArchived ? answeredAt : nil)
        return AdviceRequest(
            id: base.id, number: base.number, kind: base.kind, network: base.network, structure: base.structure,
            version: base.version, state: state, requester: base.requester, author: base.author, route: base.route,
            patient: base.patient, content: base.content, consent: base.consent, createdAt: sentAt,
            submittedAt: base.submittedAt, clock: base.clock, takenAt: base.takenAt,
            answeredAt: base.answeredAt == nil ? nil : answeredAt, assignments: base.assignments, answers: base.answers,
            loop: loop)
    }

    /// By the product's own door, as the head opens it.
    private static func activity(of month: CivilMonth, _ offer: String, in town: ServedTown) async throws -> Activity {
        let found = Mutex<Activity?>(nil)
        let door = Endpoint(.get, "/counted", FollowNetwork.self) { grant, _ in
            let activity = try await grant.activity(ActivityFilter(network: "", month: month, offer: offer))
            found.withLock { $0 = activity }
            return Reply(200)
        }
        let now = town.clock.now()
        let caller = try #require(try await town.server.store.read { try $0.caller(Person.head.id) })
        let session = Session(tokenHash: [], person: Person.head.id, csrf: "", createdAt: now, lastSeenAt: now)
        _ = try await door.run(town.server.house, .signedIn(caller, session), Input())
        return try #require(found.withLock { $0 })
    }
}

/// The same figures, counted one demand after the other.
private struct Counted {
    let demands: [AdviceRequest]
    let now: Instant

    /// A demand is of the month that the network's calendar showed when it was sent.
    init(_ all: [AdviceRequest], _ month: CivilMonth, _ offer: String, _ offsets: OffsetRules, _ now: Instant) {
        self.now = now
        demands = all.filter { demand in
            guard demand.state != .draft, let sentAt = demand.submittedAt else { return false }
            let day = offsets.civil(at: sentAt).date
            return day.year == month.year && day.month == month.month
                && (offer.isEmpty || demand.route.offer.rawValue == offer)
        }
    }

    private var answered: [AdviceRequest] { demands.filter { !$0.answers.isEmpty } }
    private var delays: [Duration] {
        answered.compactMap { demand in demand.answeredAt.flatMap { at in demand.submittedAt.map { at - $0 } } }
    }

    var counts: ActivityCounts {
        var counts = ActivityCounts()
        counts.received = demands.count
        counts.answered = answered.count
        for demand in demands {
            switch demand.state {
            case .submitted, .taken:
                counts.open += 1
                if let due = demand.clock?.dueAt, due < now { counts.late += 1 }
            case .awaitingInformation: counts.open += 1
            case .declined: counts.declined += 1
            case .cancelled: counts.cancelled += 1
            case .closed:
                if demand.loop.archivedUnclosedAt == nil { counts.closed += 1 } else { counts.archivedUnclosed += 1 }
            default: break
            }
            if demand.loop.patientToldAt != nil { counts.patientTold += 1 }
        }
        counts.delaySum = delays.reduce(0) { $0 + Int($1.milliseconds) }
        counts.within24Hours = delays.count { $0 <= .hours(24) }
        counts.within48Hours = delays.count { $0 <= .hours(48) }
        counts.within7Days = delays.count { $0 <= .days(7) }
        return counts
    }

    var mix: ActivityMix {
        func tally<C: Hashable>(_ codes: [C]) -> [C: Int] { codes.reduce(into: [:]) { $0[$1, default: 0] += 1 } }
        return ActivityMix(
            orientations: tally(answered.compactMap { $0.lastAnswer?.content.orientation }),
            advice: tally(demands.compactMap(\.loop.advice)), otherwise: tally(demands.compactMap(\.loop.otherwise)),
            treatingDoctors: tally(demands.map(\.content.treatingDoctor.kind)),
            departements: tally(
                demands.compactMap { demand in
                    switch demand.content.residence {
                    case "22300 Lannion": "22"
                    case "2A004 Ajaccio": "2A"
                    case "97411 Saint-Denis": "974"
                    default: nil
                    }
                }))
    }

    /// By its definition: the shortest of the delays within which so many of a hundred were answered.
    func centile(_ hundredths: Int) -> Duration? {
        delays.sorted().first { delay in delays.count { $0 <= delay } * 100 >= hundredths * delays.count }
    }
}
