import EssaimDomain
import EssaimTestSupport
import Testing

/// Conditions that the columns of the table cannot say.
struct ConditionTests {
    private func may(_ action: Action, _ request: AdviceRequest, _ relation: Relation, at now: Instant) -> Bool {
        let result = request.decide(.sample(action, now: now), by: .only(relation), in: .sample(now: now))
        let isOffered = request.actions(availableTo: .only(relation), at: now).contains(action)
        if case .success = result {
            #expect(isOffered, "\(action) is accepted and was not offered")
            return true
        }
        #expect(!isOffered && result == .failure(.notNow(request.state)), "\(action): \(result)")
        return false
    }

    @Test func `a demand is taken from its expert only once it is late`() throws {
        let request = AdviceRequest.sample(.taken)
        let due = try #require(request.clock).dueAt
        #expect(!may(.reassign, request, .regulator, at: .sample))
        #expect(!may(.reassign, request, .regulator, at: due))
        #expect(may(.reassign, request, .regulator, at: due + .milliseconds(1)))
        #expect(!may(.reassign, .sample(.awaitingInformation), .regulator, at: due + .days(9)), "the clock is paused")
    }

    @Test func `one follow-up question, no more`() throws {
        let asker = Actor.sample(.asker, to: .sample(.answered))
        let asked = try AdviceRequest.sample(.answered).after([
            (asker, .sample(.followUp)), (.only(.holder), .sample(.answer)),
        ])
        #expect(asked.state == .answered && asked.answers.count == 2)
        #expect(!may(.followUp, asked, .asker, at: .sample + .hours(1)))
        #expect(may(.followUp, .sample(.answered), .asker, at: .sample))
    }

    @Test func `the patient is told once, an answer is read once`() {
        let told = AdviceRequest.sample(.answered).with(loop: Loop(patientToldAt: .sample))
        #expect(may(.recordPatientTold, .sample(.answered), .asker, at: .sample))
        #expect(!may(.recordPatientTold, told, .asker, at: .sample))
        #expect(may(.read, .sample(.answered, isUnread: true), .asker, at: .sample))
        #expect(!may(.read, .sample(.answered, isUnread: false), .asker, at: .sample))
    }

    @Test func `the patient is not told in the future`() {
        let result = AdviceRequest.sample(.answered).decide(
            .recordPatientTold(at: .sample + .minutes(1)), by: .only(.asker), in: .sample())
        #expect(result.faultyFields == ["toldOn"])
    }

    @Test(arguments: [nil, Reception.Outcome.awaited, .accepted, .refused])
    func `only a line that was named, and has not said, says whether it takes the patient`(
        outcome: Reception.Outcome?
    ) {
        var request = AdviceRequest.sample(.answered)
        if let outcome {
            request = request.with(reception: Reception(route: .south, askedAt: .sample, outcome: outcome))
        }
        #expect(may(.acceptOrientation, request, .receivingLine, at: .sample) == (outcome == .awaited))
        #expect(may(.refuseOrientation, request, .receivingLine, at: .sample) == (outcome == .awaited))
    }

    @Test(arguments: Orientation.allCases)
    func `the day to be seen before is asked for when the patient is to be seen`(orientation: Orientation) {
        let visits: Set<String> = ["plannedConsultation", "quickConsultation", "teleconsultation", "dayHospital"]
        #expect(orientation.isVisit == visits.contains(orientation.rawValue))
    }

    @Test(
        arguments: [
            (Urgency.routine, Urgency.routine, false), (.routine, .priority, true), (.routine, .urgent, true),
            (.priority, .routine, false), (.priority, .priority, false), (.priority, .urgent, true),
            (.urgent, .routine, false), (.urgent, .priority, false), (.urgent, .urgent, false),
        ])
    func `a coordinator only raises an urgency, a regulator changes it`(from: Urgency, to: Urgency, mayRaise: Bool)
        throws
    {
        let request = AdviceRequest.sample(.submitted, urgency: from)
        let raised = request.decide(.raiseUrgency(to, reason: "Douleur."), by: .only(.coordinator), in: .sample())
        if mayRaise {
            #expect(try raised.get().request.content.urgency == to)
        } else {
            #expect(raised.faultyFields == ["urgency"])
        }
        let changed = request.decide(.changeUrgency(to, reason: "Douleur."), by: .only(.regulator), in: .sample())
        #expect(try changed.get().request.content.urgency == to)
    }

    @Test func `a demand is sent on only to an open line with experts`() {
        let request = AdviceRequest.sample(.submitted)
        let command = Command.sample(.reorient)
        let actor = Actor.only(.poolExpert)
        #expect(request.decide(command, by: actor, in: .sample(offer: .paused)) == .failure(.lineClosed))
        #expect(request.decide(command, by: actor, in: .sample(poolHasExperts: false)) == .failure(.noPool))
    }

    @Test func `a demand is sent on only to the pool that the line has in that zone`() {
        let astray = Route(offer: Offer.dermatology.id, zone: Zone.north.id, pool: Pool.south.id)
        let result = AdviceRequest.sample(.submitted).decide(
            .reorient(astray, reason: "Ailleurs."), by: .only(.poolExpert), in: .sample())
        #expect(result == .failure(.noPool))
    }

    @Test func `a photograph of another demand is not joined`() {
        let result = AdviceRequest.sample(.draft).decide(
            .attach(.sample("photo-x", of: "another-request")), by: .only(.asker), in: .sample())
        #expect(result == .failure(.notFound))
    }

    @Test func `a demand holds at most twenty photographs, and only its own are taken off`() {
        let full = (1...20).map { Attachment.sample("photo-\($0)", of: "request") }
        let request = AdviceRequest.sample(.draft)
        let attach = request.decide(.sample(.attach), by: .only(.asker), in: .sample(attachments: full))
        #expect(attach.faultyFields == ["photo.wide"])
        let detach = request.decide(.detach("attachment-elsewhere"), by: .only(.asker), in: .sample(attachments: full))
        #expect(detach == .failure(.notFound))
        let withdrawn = Attachment.sample(of: "request", withdrawnAt: .sample)
        let again = AdviceRequest.sample(.taken).decide(
            .sample(.withdrawAttachment), by: .only(.asker), in: .sample(attachments: [withdrawn]))
        #expect(again == .failure(.notFound))
    }
}

extension Result where Failure == Refusal {
    /// The fields that a refusal names, in order; nil when it is no refusal of fields.
    var faultyFields: [String]? {
        guard case .failure(.faults(let faults)) = self else { return nil }
        return faults.map(\.field)
    }
}
