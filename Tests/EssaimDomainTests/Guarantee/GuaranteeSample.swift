import EssaimDomain
import Testing

/// A demand on a line of dermatology, and the acts of those around it.
enum GuaranteeSample {
    static let expert: Identifier<Person> = "expert"
    static let colleague: Identifier<Person> = "colleague"
    static let requester = Person(id: "asker", familyName: "Test", givenName: "Ada", profession: .doctor)
    static let route = Route(offer: "o", zone: "lorient", pool: "lorient")
    static let neighbour = Route(offer: "o", zone: "rennes", pool: "rennes")

    static func offer(_ target: AnswerTarget? = nil) -> Offer {
        Offer(
            id: "o", title: "O",
            targets: Dictionary(
                uniqueKeysWithValues: Urgency.allCases.compactMap { urgency in target.map { (urgency, $0) } }),
            pools: ["lorient": "lorient", "rennes": "rennes"])
    }

    /// Sent, and nobody took it yet.
    static func sent(
        at start: Instant, _ urgency: Urgency, _ target: AnswerTarget, in local: LocalTime,
        id: Identifier<AdviceRequest> = "r"
    ) -> AdviceRequest {
        AdviceRequest(
            id: id, number: .random(), kind: .teleexpertise, network: "n", structure: "s", state: .submitted,
            requester: "asker", author: "asker", route: route, patient: "p", content: RequestContent(urgency: urgency),
            createdAt: start, submittedAt: start,
            clock: .started(at: start, target: target, urgency: urgency, in: local))
    }
}

extension AdviceRequest {
    /// What one act makes of it; fails the test when the act is refused.
    func after(
        _ command: Command, by person: Identifier<Person>? = GuaranteeSample.expert, as relation: Relation,
        at now: Instant, in local: LocalTime = LocalTime(), isJunior: Bool = false,
        offer: Offer = GuaranteeSample.offer()
    ) throws -> AdviceRequest {
        let actor = Actor(person: person, relations: [relation], isJunior: isJunior)
        let context = DecisionContext(
            now: now, offer: offer, localTime: local, form: nil, attachments: [], requester: GuaranteeSample.requester,
            poolHasExperts: true, knownPatient: nil, newPatient: "p",
            newAssignment: Identifier("a\(assignments.count + 1)"))
        return try decide(command, by: actor, in: context).get().request
    }

    func taken(
        at now: Instant, by person: Identifier<Person> = GuaranteeSample.expert, isJunior: Bool = false
    ) throws -> AdviceRequest {
        try after(.take, by: person, as: .poolExpert, at: now, isJunior: isJunior)
    }
}

extension Guarantee {
    /// `remind answer 2026-11-21T03:00:00`, in Paris, in order of time.
    var lines: [String] {
        obligations.flatMap(\.steps).sorted { ($0.at, $0.share) < ($1.at, $1.share) }.map { step in
            "\(step.act) \(step.key.owed) \(OffsetRules.centralEuropean.civil(at: step.at))"
        }
    }

    func steps(of owed: Owed) -> [GuaranteeStep] { obligations.first { $0.owed == owed }?.steps ?? [] }
}
