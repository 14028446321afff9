import EssaimDomain
import EssaimWorkflow
import Testing

extension StoreConformance {
    static let rotas: [StoreConformance] = [
        StoreConformance("a rota comes back as it was kept, with a version that grows", aRotaComesBack),
        StoreConformance("a duty is saved over the version that was read, and no other", aDutyIsSavedOverItsVersion),
        StoreConformance("a declaration grows what it changes, and leaves what it does not", aDeclarationReplaces),
        StoreConformance("an exchange is answered once", anExchangeIsAnsweredOnce),
        StoreConformance("who answers comes with half-days and calendars", whoAnswersComesWhole),
        StoreConformance("a feed opens by its last secret alone", aFeedOpensByItsLastSecret),
        StoreConformance("an alert is raised once until it is cleared", anAlertIsRaisedOnce),
        StoreConformance("a notice of the rota is left once, and claimed by one", aRotaNoticeIsClaimedOnce),
    ]

    private static let network = Network.sample.id
    private static let monday = Network.sample.local.date(at: .sample)

    private static func duty(
        _ id: String, _ person: Person = .senior, _ time: DutyTime = .day, from ahead: Int = 0, version: Int = 1
    ) throws -> Duty {
        let pattern = try #require(
            DutyPattern(
                weekdays: [.monday, .sunday], everyWeeks: 2, from: monday.adding(days: ahead),
                through: monday.adding(days: 400), onHolidays: .only))
        return Duty(
            id: Identifier(id), post: id.hasPrefix("l") ? .line(Offer.dermatology.id) : .pool(Pool.north.id),
            person: person.id, time: time, pattern: pattern, version: version)
    }

    @Sendable private static func aRotaComesBack(_ store: any Store) async throws {
        let night = try #require(DutyHours(rawValue: "20:00-08:00"))
        let duties = [
            try duty("d1"), try duty("d2", .second, .half(.afternoon)), try duty("l1", .junior, .hours(night)),
        ]
        let moved = ShiftException(
            key: .init(duty: "d1", day: monday), place: .init(day: monday.adding(days: 1), time: .hours(night)),
            person: Person.second.id, version: 1)
        let gone = ShiftException(key: .init(duty: "l1", day: monday), isRemoved: true, version: 1)
        try await store.write { tx throws in
            #expect(try tx.rotaVersion(of: network) == .none)
            for duty in duties { try tx.insert(duty, in: network) }
            #expect(try tx.save(moved))
            #expect(try tx.save(gone))
            try tx.touchRota(of: network, at: .sample)
        }
        try await store.read { reader throws in
            #expect(try reader.rota(of: network) == Rota(duties: duties, exceptions: [moved, gone]))
            #expect(try reader.rota(of: Network.other.id) == Rota())
            #expect(try reader.rotaVersion(of: network) == RotaVersion(number: 1, changedAt: .sample))
            #expect(try reader.duty("d2", of: Network.other.id) == nil)
        }
        // Of another network, the id is taken.
        #expect(await store.fault { try $0.insert(duty("d1"), in: Network.other.id) }?.isDuplicate == true)
        try await store.write { tx throws in
            var second = moved
            second.version = 2
            #expect(try tx.save(second))
            #expect(try !tx.save(second))
            second.version = 4
            #expect(try !tx.save(second))
            try tx.remove("d1", of: Network.other.id)
            #expect(try tx.rota(of: network).duties.count == 3)
            try tx.remove("d1", of: network)
            #expect(try tx.rota(of: network) == Rota(duties: Array(duties.dropFirst()), exceptions: [gone]))
        }
    }

    @Sendable private static func aDutyIsSavedOverItsVersion(_ store: any Store) async throws {
        try await store.write { try $0.insert(duty("d1"), in: network) }
        let outcomes = try await store.write { tx throws in
            [
                try tx.save(duty("d1", .second, version: 2), over: 1, in: Network.other.id),
                try tx.save(duty("d1", .second, version: 2), over: 1, in: network),
                try tx.save(duty("d1", .junior, version: 2), over: 1, in: network),
            ]
        }
        #expect(outcomes == [false, true, false])
        #expect(try await store.read { try $0.duty("d1", of: network)?.person } == Person.second.id)
    }

    @Sendable private static func aDeclarationReplaces(_ store: any Store) async throws {
        let kept = ShiftException(key: .init(duty: "d1", day: monday), isRemoved: true, version: 1)
        try await store.write { tx throws in
            #expect(try tx.replaceDuties(of: network, from: [duty("d1"), duty("d2")], at: .sample))
            #expect(try tx.save(kept))
        }
        try await store.write { tx throws in
            let again = try tx.replaceDuties(of: network, from: [duty("d1"), duty("d2")], at: .sample)
            #expect(!again)
            #expect(try tx.rotaVersion(of: network).number == 1)
            #expect(try tx.replaceDuties(of: network, from: [duty("d1"), duty("d3", .junior)], at: .sample))
            #expect(try tx.replaceDuties(of: network, from: [duty("d1"), duty("d3", .second)], at: .sample))
        }
        try await store.read { reader throws in
            let rota = try reader.rota(of: network)
            #expect(rota == Rota(duties: [try duty("d1"), try duty("d3", .second, version: 2)], exceptions: [kept]))
            #expect(try reader.rotaVersion(of: network).number == 3)
        }
    }

    @Sendable private static func anExchangeIsAnsweredOnce(_ store: any Store) async throws {
        let given = Shift.Seen(key: .init(duty: "d1", day: monday), version: 3)
        let swaps = (0..<3).map { number in
            DutySwap(
                id: Identifier("s\(number)"), proposer: number == 2 ? Person.second.id : Person.senior.id,
                asked: number == 2 ? Person.senior.id : Person.second.id, given: given,
                taken: number == 1 ? given : nil,
                at: .sample + .minutes(number))
        }
        try await store.write { tx throws in for swap in swaps { try tx.insert(swap, in: network) } }
        try await store.read { reader throws in
            let found = try reader.swaps(of: Person.second.id, since: .sample - .hours(1), limit: 10)
            #expect(found.map(\.swap) == swaps.reversed() && found.allSatisfy { $0.network == network })
            #expect(try reader.swaps(of: Person.second.id, since: .sample, limit: 1).map(\.swap) == [swaps[2]])
            #expect(try reader.swaps(of: Person.junior.id, since: .sample - .hours(1), limit: 10).isEmpty)
        }
        var (accepted, declined) = (swaps[0], swaps[0])
        (accepted.state, accepted.version) = (.accepted, 2)
        (declined.state, declined.version) = (.declined, 2)
        let both = [accepted, declined]
        let outcomes = try await store.write { tx throws in try both.map { try tx.save($0, over: 1) } }
        #expect(outcomes == [true, false])
        #expect(try await store.read { try $0.swap("s0")?.swap.state } == .accepted)
    }

    @Sendable private static func whoAnswersComesWhole(_ store: any Store) async throws {
        let local = Network.sample.local
        let noon = Instant.sample + .hours(3)
        let hours = OpeningHours.same([.wholeDay])
        try await store.write { tx throws in
            #expect(try tx.save(Availability(hours: hours), of: Person.senior.id, over: 0))
            try tx.insert(
                Absence(id: "a1", days: monday...monday, half: .afternoon, colleague: ""), of: Person.second.id)
            try tx.insert(
                Absence(id: "a0", days: monday.adding(days: -9)...monday.adding(days: -1), colleague: ""),
                of: Person.second.id)
            try tx.setBusyTimes(Stretches([Instant.sample..<noon]), of: Person.junior.id, at: .sample)
            try tx.setBusyTimes(Stretches([Instant.sample..<noon]), of: Person.southern.id, at: .sample)
            try tx.setBusyTimes(nil, of: Person.southern.id, at: .sample)
        }
        try await store.read { reader throws in
            let who = try reader.answerers(of: .sample, from: monday)
            #expect(who.members(of: Pool.north.id) == [Person.senior.id, Person.second.id, Person.junior.id])
            #expect(who.presence(of: Person.senior.id) == Presence(hours: hours))
            let half = Absence(id: "a1", days: monday...monday, half: .afternoon, colleague: "")
            #expect(who.presence(of: Person.second.id).away == Stretches([half.span(in: local.offsets)]))
            #expect(who.presence(of: Person.junior.id).away == Stretches([Instant.sample..<noon]))
            #expect(who.presence(of: Person.southern.id) == .always)
            #expect(try reader.absenceImport(of: Person.junior.id) == AbsenceImport(at: .sample, stretches: 1))
            #expect(try reader.absenceImport(of: Person.southern.id) == nil)
            let (said, _) = try reader.availability(of: Person.second.id, on: monday)
            #expect(said.absences == [half])
        }
    }

    @Sendable private static func aFeedOpensByItsLastSecret(_ store: any Store) async throws {
        let (first, second): ([UInt8], [UInt8]) = (Array(repeating: 1, count: 32), Array(repeating: 2, count: 32))
        let senior = Person.senior.id
        try await store.write { tx throws in
            try tx.setCalendarFeed(secret: first, of: senior, at: .sample)
            #expect(try tx.feedOwner(bySecret: first) == senior)
            #expect(try tx.feedOwner(bySecret: second) == nil)
            try tx.setCalendarFeed(secret: second, of: senior, at: .sample + .hours(1))
            #expect(try tx.feedOwner(bySecret: first) == nil)
            #expect(try tx.feedOwner(bySecret: second) == senior)
            #expect(try tx.calendarFeed(of: senior) == .sample + .hours(1))
            try tx.setCalendarFeed(secret: first, of: Person.closed.id, at: .sample)
            #expect(try tx.feedOwner(bySecret: first) == nil)
            try tx.setCalendarFeed(secret: nil, of: senior, at: .sample)
            #expect(try tx.feedOwner(bySecret: second) == nil)
            #expect(try tx.calendarFeed(of: senior) == nil)
        }
    }

    @Sendable private static func anAlertIsRaisedOnce(_ store: any Store) async throws {
        let alerts = ["nobody a", "nobody b"].map {
            RotaAlert(name: $0, pool: Pool.north.id, day: monday, raisedAt: .sample)
        }
        try await store.write { tx throws in
            #expect(try tx.raise(alerts[0], in: network))
            #expect(try !tx.raise(alerts[0], in: network))
            #expect(try tx.raise(alerts[1], in: network))
            #expect(try tx.rotaAlerts(of: network) == alerts)
            #expect(try tx.clearAlerts(of: network, besides: ["nobody b"], at: .sample) == 1)
            #expect(try tx.clearAlerts(of: network, besides: ["nobody b"], at: .sample) == 0)
            #expect(try tx.rotaAlerts(of: network) == [alerts[1]])
            #expect(try tx.raise(alerts[0], in: network))
            #expect(try tx.rotaAlerts(of: Network.other.id).isEmpty)
        }
    }

    @Sendable private static func aRotaNoticeIsClaimedOnce(_ store: any Store) async throws {
        let notice = RotaNotice(
            id: "n1", mark: "once", person: Person.senior.id, network: network, swap: nil, event: .turnChanged,
            channel: .mail, plannedAt: .sample)
        try await store.write { tx throws in
            for _ in 0..<2 { try tx.leave(notice) }
            #expect(try tx.waitingRotaNotices(of: Person.senior.id) == [notice])
            let (early, later) = (Instant.sample - .seconds(1), Instant.sample + .minutes(5))
            #expect(try tx.claimRotaNotice(on: .mail, dueBy: early, until: later) == nil)
            #expect(try tx.claimRotaNotice(on: .sms, dueBy: .sample, until: later) == nil)
            #expect(try tx.claimRotaNotice(on: .mail, dueBy: .sample, until: later)?.attempts == 1)
            #expect(try tx.claimRotaNotice(on: .mail, dueBy: .sample, until: later) == nil)
            try tx.postpone(notice.id, until: later)
            #expect(try tx.claimRotaNotice(on: .mail, dueBy: later, until: later + .minutes(5))?.attempts == 2)
            try tx.settle(notice.id, as: .sent, at: later)
            #expect(try tx.waitingRotaNotices(of: Person.senior.id).isEmpty)
            try tx.forgetRotaNotices(settledBefore: later + .seconds(1))
            try tx.leave(notice)
            #expect(try tx.waitingRotaNotices(of: Person.senior.id).count == 1)
        }
    }
}
