import EssaimDomain
import EssaimTestSupport
import Testing

/// Patients to be seen.
struct VisitTests {
    private let offsets = OffsetRules.centralEuropean
    private let holder = Actor.only(.holder)

    private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .first }

    /// Answered on Monday 23 November 2026 at 9 h 30 in Paris; to be seen before 3 December.
    private func visit(_ appointment: Visit.Appointment? = nil) -> Visit {
        Visit(since: .sample, before: Self.day("2026-12-03"), appointment: appointment)
    }

    private func request(_ visit: Visit, _ state: RequestState = .answered) -> AdviceRequest {
        AdviceRequest.sample(state, visit: visit)
    }

    private func at(_ text: String) -> Instant {
        offsets.instant(of: CivilDateTime.parse(text) ?? CivilDateTime(startOf: .first))
    }

    @Test(arguments: Orientation.allCases)
    func `an orientation that is a visit, or a day, puts the patient on the list`(orientation: Orientation) throws {
        let visits: Set<String> = ["plannedConsultation", "quickConsultation", "teleconsultation", "dayHospital"]
        let plain = AnswerContent(text: "Oui.", orientation: orientation)
        let taken = AdviceRequest.sample(.taken)
        let answered = try taken.decide(.answer(plain), by: holder, in: .sample()).get().request
        #expect((answered.visit?.isPending == true) == visits.contains(orientation.rawValue))
        var dated = plain
        dated.seeBefore = Self.day("2026-12-03")
        let toSee = try taken.decide(.answer(dated), by: holder, in: .sample()).get().request.visit
        #expect(toSee == Visit(since: .sample, before: Self.day("2026-12-03")))
    }

    /// Between the 23rd at 9 h 30 and the 3rd at midnight: half is the 28th at 4 h 45.
    @Test(
        arguments: [
            ("2026-11-28T04:44", false, Visit.Mark.toBook), ("2026-11-28T04:45", false, .halfway),
            ("2026-12-02T23:59", false, .halfway), ("2026-12-03T00:00", false, .late),
            ("2026-11-28T04:45", true, .booked), ("2026-12-01T13:59", true, .booked),
            ("2026-12-01T14:00", true, .toConfirm), ("2026-12-03T00:00", true, .late),
        ])
    func `where a visit stands follows from the clock alone`(moment: String, isBooked: Bool, mark: Visit.Mark) {
        let appointment = Visit.Appointment(at: at("2026-12-01T14:00"), place: "Lannion", with: "Dr Guivarch")
        #expect(visit(isBooked ? appointment : nil).mark(at: at(moment), in: offsets) == mark)
    }

    @Test func `without a day nothing is late, and a day before the answer is late at once`() {
        let open = Visit(since: .sample)
        #expect(open.mark(at: .sample + .days(400), in: offsets) == .toBook)
        let past = Visit(since: .sample, before: Self.day("2026-11-01"))
        #expect(past.mark(at: .sample, in: offsets) == .late && past.halfway(in: offsets) == .sample)
    }

    /// Day, hour, place, with whom; what is at fault.
    private static let typed: [(String, String, String, String, [String])] = [
        ("04/12/2026", "14:30", "Lannion", "Dr Guivarch", []), ("4.12.2026", "9 h", "Lannion", "Dr Guivarch", []),
        ("2026-12-04", "14h30", "Lannion", "Dr Guivarch", []), ("04/12/2026", "9", "L", "G", []),
        ("31/02/2027", "14:30", "L", "G", ["day"]), ("", "14:30", "L", "G", ["day"]),
        ("22/11/2026", "14:30", "L", "G", ["day"]), ("23/11/2026", "09:30", "L", "G", ["day"]),
        ("04/12/2226", "14:30", "L", "G", ["day"]), ("04/12/9999", "14:30", "L", "G", ["day"]),
        ("04/12/2026", "24:00", "L", "G", ["time"]), ("04/12/2026", "14:60", "L", "G", ["time"]),
        ("04/12/2026", "-1:30", "L", "G", ["time"]), ("04/12/2026", "14:5", "L", "G", ["time"]),
        ("04/12/2026", "midi", "L", "G", ["time"]), ("04/12/2026", "", "", " ", ["time", "place", "with"]),
        ("04/12/2026", "14:30", String(repeating: "é", count: 201), "G", ["place"]),
    ]

    @Test(arguments: typed)
    func `an appointment is on a day to come, at an hour, somewhere, with someone`(
        day: String, time: String, place: String, with: String, faulty: [String]
    ) throws {
        let before = request(visit())
        let typed = TypedAppointment(day: day, time: time, place: place, with: with)
        let result = before.decide(.bookVisit(typed), by: .only(.secretary), in: .sample())
        if faulty.isEmpty {
            let booked = try result.get()
            #expect(booked.request.visit?.appointment?.at ?? .sample > .sample)
            #expect(booked.request.loop.newsAt == .sample && booked.threadText?.contains("Le ") == true)
        } else {
            #expect(result.faultyFields == faulty)
        }
    }

    @Test func `an appointment moves, is missed, is given again, and ends when the patient was seen`() throws {
        var now = Instant.sample
        var request = request(visit())
        func act(_ command: Command, days: Int) throws -> Decision {
            now = .sample + .days(days)
            let decision = try request.decide(command, by: .only(.secretary), in: .sample(now: now)).get()
            request = decision.request
            return decision
        }
        #expect(try act(.bookVisit(.sample()), days: 0).threadText?.hasPrefix("Le 26/11/2026 à 14") == true)
        #expect(
            try act(.bookVisit(.sample(from: .sample + .days(1))), days: 1).threadText?.hasPrefix("Déplacé") == true)
        let early = request.decide(.recordMissed, by: .only(.secretary), in: .sample(now: now))
        #expect(early == .failure(.notNow(.answered)), "nobody misses an appointment that is to come")
        _ = try act(.recordMissed, days: 5)
        #expect(request.visit?.appointment == nil && request.visit?.trouble == .missed)
        #expect(try act(.recordUnreachable(tries: "3"), days: 6).threadText == "3 essais")
        #expect(request.visit?.tries == 3 && request.visit?.isPending == true)
        _ = try act(.bookVisit(.sample(from: now)), days: 6)
        #expect(request.visit?.trouble == nil)
        _ = try act(.recordSeen(on: ""), days: 9)
        #expect(request.visit?.seenOn == Self.day("2026-12-02") && request.visit?.isPending == false)
        for action in Action.ofVisits {
            let late = request.decide(.sample(action, now: now), by: .only(.secretary), in: .sample(now: now))
            #expect(late == .failure(.notNow(.answered)), "\(action)")
        }
    }

    @Test(
        arguments: [
            ("24/11/2026", true), ("23/11/2026", true), ("22/11/2026", false), ("26/11/2026", false),
            ("30/02/2026", false),
        ])
    func `the patient was seen between the answer and today`(day: String, isTaken: Bool) {
        let result = request(visit()).decide(
            .recordSeen(on: day), by: holder, in: .sample(now: .sample + .days(2)))
        #expect(isTaken ? (try? result.get()) != nil : result.faultyFields == ["seenOn"])
    }

    @Test(arguments: ["0", "-2", "100", "deux", "", "1e3", "٣"])
    func `a number of tries is a number`(tries: String) {
        let result = request(visit()).decide(.recordUnreachable(tries: tries), by: holder, in: .sample())
        #expect(result.faultyFields == ["tries"])
    }

    @Test func `an amendment changes the day and keeps the appointment, or takes the patient off the list`() throws {
        let appointment = Visit.Appointment(at: at("2026-12-01T14:00"), place: "Lannion", with: "Dr Guivarch")
        let booked = request(visit(appointment))
        let sooner = AnswerContent(
            text: "Plus tôt.", orientation: .plannedConsultation, seeBefore: Self.day("2026-11-30"))
        let moved = try booked.decide(.amend(sooner, reason: "Relecture."), by: holder, in: .sample()).get().request
        #expect(moved.visit?.before == sooner.seeBefore && moved.visit?.appointment == appointment)
        let none = AnswerContent(text: "Rien.", orientation: .managedRemotely)
        #expect(try booked.decide(.amend(none, reason: "Non."), by: holder, in: .sample()).get().request.visit == nil)
        var seen = visit(appointment)
        seen.end = .seen
        let content = AnswerContent(text: "Vue.", orientation: .plannedConsultation, seeBefore: seen.before)
        let erratum = try request(seen).decide(.amend(content, reason: "Mot."), by: holder, in: .sample()).get().request
        #expect(erratum.visit == seen, "who was seen is not to be seen again for a word")
    }

    @Test func `news wait for the asker without ever being late, and reading them ends that`() throws {
        let booked = try request(visit()).decide(.bookVisit(.sample()), by: holder, in: .sample()).get().request
        #expect(booked.loop.newsAt == .sample && !booked.isUnread && booked.readDueAt == nil)
        let read = try booked.decide(.read, by: .only(.asker, as: .asker), in: .sample()).get().request
        #expect(read.loop.newsAt == nil)
    }

    @Test func `only a secretary of the demand's network, and only of a patient to be seen, is something to it`() {
        let caller = Town.caller(.secretary)
        #expect(caller.relations(to: .sample(.answered)).isEmpty)
        #expect(caller.relations(to: request(visit())) == [.secretary])
        for person in [Person.head, .administrator, .billingOffice, .securityReferent, .elsewhere, .neighbour] {
            #expect(Town.caller(person).relations(to: request(visit())).isEmpty, "\(person.id)")
        }
    }
}
