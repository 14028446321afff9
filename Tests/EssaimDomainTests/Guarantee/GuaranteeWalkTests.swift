import EssaimDomain
import Foundation
import Testing

/// Random lines, plans, calendars, people who come, go and fall silent, servers that crash, meet and misread the hour: what is
/// promised holds. `ESSAIM_DEMANDS=100000` walks as many demands, in release mode.
struct GuaranteeWalkTests {
    private static let demands = ProcessInfo.processInfo.environment["ESSAIM_DEMANDS"].flatMap { Int($0) } ?? 400

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `every demand is answered or escalated on time, and nothing is done twice`(seed: UInt64) throws {
        var seen = Seen()
        for number in 0..<Self.demands / 4 {
            var walk = try GuaranteeWalk(seed: seed << 32 | UInt64(number))
            try walk.run()
            seen.add(walk.seen)
        }
        // The walk goes everywhere, or it proves little.
        #expect(seen.answered > 0 && seen.escalated > 0 && seen.paused > 0 && seen.crashes > 0 && seen.jumps > 0)
        #expect(seen.acts == Set(GuaranteeAct.allCases))
        #expect(seen.owed == Set(Owed.allCases).subtracting([.acknowledgement]))
    }
}

private struct Seen {
    var answered = 0
    var escalated = 0
    var paused = 0
    var crashes = 0
    var jumps = 0
    var acts: Set<GuaranteeAct> = []
    var owed: Set<Owed> = []

    mutating func add(_ other: Seen) {
        answered += other.answered
        escalated += other.escalated
        paused += other.paused
        crashes += other.crashes
        jumps += other.jumps
        acts.formUnion(other.acts)
        owed.formUnion(other.owed)
    }
}

/// One demand, the rows that a server keeps of it, and two servers over them.
private struct GuaranteeWalk {
    let seed: UInt64
    var random: SeededRandom
    var seen = Seen()

    let local: LocalTime
    let plan: GuaranteePlan
    let target: AnswerTarget
    var request: AdviceRequest
    var now: Instant
    var lastSign: Instant?
    var away: [Identifier<Person>: Instant] = [:]
    var gone: Set<Identifier<Person>> = []
    /// The rows of the trace; a server that starts reads them again.
    var rows: [StepKey] = []
    var trace: Set<StepKey> = []
    /// The indexed column.
    var nextAt: Instant?

    init(seed: UInt64) throws {
        self.seed = seed
        var random = SeededRandom(seed)
        let hours: [OpeningHours] = [
            .always, try Wall.weekdays().hours, Self.anyHours(&random), OpeningHours(weekly: [:]),
        ]
        local = LocalTime(
            offsets: Bool.random(using: &random) ? .centralEuropean : .fixed(seconds: 4 * 3600),
            holidays: FrenchHolidays(departement: ["29", "57", "974"].randomElement(using: &random) ?? "29"),
            hours: hours.randomElement(using: &random) ?? .always)
        plan = Bool.random(using: &random) ? .standard : Self.anyPlan(&random)
        target = AnswerTarget(
            minutes: Int.random(in: 30...1500, using: &random),
            counting: Bool.random(using: &random) ? .opening : .calendar)
        now = try Wall.utc("2026-01-01T00:00") + .minutes(Int.random(in: 0..<520_000, using: &random))
        request = GuaranteeSample.sent(
            at: now, Urgency.allCases.randomElement(using: &random) ?? .routine, target, in: local)
        self.random = random
        keep()
    }

    mutating func run() throws {
        for _ in 0..<24 {
            now = now + .minutes(Int.random(in: 0...target.minutes, using: &random) / 3)
            if chance(3) { try someoneActs() }
            // One server in four is away, one in six misreads the hour.
            if chance(4) { continue }
            let jump = chance(6) ? Duration.hours(Int.random(in: -30...30, using: &random)) : .zero
            if jump != .zero { seen.jumps += 1 }
            try sweep(at: now + jump)
        }
        // Nobody acts any more: only the engine is left.
        for _ in 0..<60 {
            guard let nextAt else { break }
            now = max(now, nextAt)
            try sweep(at: now)
        }
        #expect(nextAt == nil, said)
        try checkEnd()
    }

    private func guarantee() -> Guarantee {
        var holder = GuaranteeContext.Holder.present
        if let person = request.holder {
            if let from = away[person] { holder = .away(from: from) }
            if gone.contains(person) { holder = .gone }
        }
        return Guarantee(
            of: request, in: GuaranteeContext(plan: plan, local: local, holder: holder, lastSignAt: lastSign))
    }

    /// What every writing of a demand does.
    private mutating func keep() { nextAt = guarantee().nextAt(after: trace) }

    private mutating func sweep(at clock: Instant) throws {
        guard let nextAt, nextAt <= clock else {
            if chance(4) { #expect(guarantee().due(at: clock, after: trace) == [], said) }
            return
        }
        for _ in 0..<12 {
            let due = guarantee().due(at: clock, after: trace)
            if due.isEmpty { break }
            if chance(8) {
                // Before the commit: nothing of it is left.
                seen.crashes += 1
                trace = Set(rows)
                #expect(rows.count == trace.count, said)
                continue
            }
            for one in due { try perform(one, at: clock) }
            keep()
            // The other server read the same rows before: in its transaction it looks again, and finds nothing of it.
            let left = Set(guarantee().due(at: clock, after: trace).map(\.step.key))
            #expect(left.isDisjoint(with: due.map(\.step.key)), said)
        }
        if self.nextAt.map({ $0 <= clock }) == true { return }
        checkPromise(at: clock)
    }

    private mutating func perform(_ due: Guarantee.Due, at clock: Instant) throws {
        try #require(trace.insert(due.step.key).inserted, said)
        rows.append(due.step.key)
        #expect(due.step.at <= clock, said)
        if due.isOvertaken { return }
        seen.acts.insert(due.step.act)
        seen.owed.insert(due.step.key.owed)
        if request.state != .closed {
            let allowed = request.actions(availableTo: .engine, at: clock)
            #expect(allowed.contains(due.step.act.action), "\(due.step.key) in \(request.state), \(said)")
        }
        let draft = request.draft
        switch due.step.act {
        case .handBack:
            request = try request.after(.handOver, by: nil, as: .engine, at: clock, in: local)
            #expect(request.state == .submitted && request.draft == draft, said)
        case .widen: request = try request.after(.widen(GuaranteeSample.neighbour), by: nil, as: .engine, at: clock)
        case .remind, .tellColleagues, .alert, .escalate: break
        }
    }

    /// After a sweep: whoever waits beyond the promise has been escalated, and nobody who is away holds anything.
    private func checkPromise(at clock: Instant) {
        let done = Set(rows.map { "\($0.owed) \($0.act) \($0.since.milliseconds)" })
        if let running = request.clock, request.state == .submitted || request.state == .taken, running.dueAt <= clock {
            #expect(done.contains("answer escalate \(running.startedAt.milliseconds)"), said)
        }
        if request.state == .taken, let lead = request.lead, lead.state == .taken {
            // Before their last sign, by a clock that is late, nobody has left yet; the next look by a right one finds it.
            let sign = max(lead.since, lastSign ?? lead.since)
            #expect(!gone.contains(lead.expert) || sign > clock, said)
            if let from = away[lead.expert], from <= clock { #expect(sign >= from, said) }
        }
    }

    private mutating func checkEnd() throws {
        let done = Set(rows.map { "\($0.owed) \($0.act) \($0.since.milliseconds)" })
        #expect(rows.count == trace.count, said)
        switch request.state {
        case .submitted, .taken:
            let clock = try #require(request.clock)
            #expect(done.contains("answer escalate \(clock.startedAt.milliseconds)"), said)
            #expect(request.state == .submitted || request.lead?.state == .awaitingValidation, said)
            seen.escalated += 1
        case .awaitingInformation:
            let pause = try #require(request.clock?.pause)
            #expect(done.contains("information escalate \(pause.from.milliseconds)"), said)
            seen.paused += 1
        default: seen.answered += 1
        }
        if let since = request.unreadSince { #expect(done.contains("reading alert \(since.milliseconds)"), said) }
    }

    private mutating func someoneActs() throws {
        let person = chance(2) ? GuaranteeSample.expert : GuaranteeSample.colleague
        switch request.state {
        case .submitted:
            if chance(12) {
                try act(.cancel(reason: ""), by: "asker", .asker)
            } else if chance(8), request.content.urgency < .urgent {
                try act(.raiseUrgency(.urgent, reason: "Aggravation."), by: "coordinator", .coordinator)
            } else if !gone.contains(person) {
                request = try request.after(
                    .take, by: person, as: .poolExpert, at: now, in: local, isJunior: chance(5))
                lastSign = nil
            }
        case .taken: try holderActs()
        case .awaitingInformation: try act(.giveInformation(text: "Depuis un mois."), by: "asker", .asker)
        case .answered:
            if request.loop.followUpAskedAt == nil, chance(3) {
                try act(.followUp(question: "Et ensuite ?"), by: "asker", .asker)
            } else if request.isUnread, chance(2) {
                try act(.read, by: "asker", .asker)
            }
        case .draft, .closed, .declined, .cancelled: break
        }
        keep()
    }

    private mutating func holderActs() throws {
        guard let lead = request.lead else { return }
        let relation: Relation = lead.isJunior ? .juniorHolder : .holder
        let answer = AnswerContent(text: "Bénin.", orientation: .managedRemotely)
        if lead.state == .awaitingValidation {
            if chance(2) { try act(.validate(answer), by: "senior", .validator) }
            return
        }
        switch Int.random(in: 0..<9, using: &random) {
        case 0: away[lead.expert] = now + .minutes(Int.random(in: 0...2000, using: &random))
        case 1: if chance(2) { gone.insert(lead.expert) }
        case 2, 3:
            try act(.draftAnswer(AnswerContent(text: "Plutôt", orientation: nil)), by: lead.expert, relation)
            lastSign = now
        case 4: try act(.askInformation(text: "Depuis quand ?"), by: lead.expert, relation)
        case 5: try act(.release(reason: ""), by: lead.expert, relation)
        case 6:
            try act(lead.isJunior ? .submitForValidation(answer) : .answer(answer), by: lead.expert, relation)
        default: break
        }
    }

    private mutating func act(_ command: Command, by person: Identifier<Person>, _ relation: Relation) throws {
        request = try request.after(
            command, by: person, as: relation, at: now, in: local, offer: GuaranteeSample.offer(target))
    }

    private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

    private var said: Comment { "seed \(seed)" }

    private static func anyHours(_ random: inout SeededRandom) -> OpeningHours {
        var weekly: [Weekday: [MinuteRange]] = [:]
        for weekday in Weekday.allCases where Bool.random(using: &random) {
            let from = Int.random(in: 0...1200, using: &random)
            weekly[weekday] = MinuteRange(from: from, to: Int.random(in: from + 60...1440, using: &random)).map { [$0] }
        }
        return OpeningHours(weekly: weekly, opensOnHolidays: Bool.random(using: &random))
    }

    private static func anyPlan(_ random: inout SeededRandom) -> GuaranteePlan {
        func steps() -> [GuaranteePlan.Step] {
            (0..<Int.random(in: 0...5, using: &random)).map { _ in
                let act = GuaranteeAct.allCases.randomElement(using: &random) ?? .remind
                return GuaranteePlan.Step(Int.random(in: 1...200, using: &random), act)
            }
        }
        return GuaranteePlan(
            answer: [.routine: steps(), .priority: steps(), .urgent: steps()], progress: steps(), information: steps(),
            reading: steps())
    }
}
