import EssaimDomain

/// Keeps what someone tells of a problem, in one transaction with its entry and, about confidentiality, the alarm. The
/// entry commits to the words and does not say them; it stands in the demand’s own trail for a technical incident alone.
public struct ProblemTelling: Sendable {
    let kind: ReportedProblem.Kind
    let words: String
    let key: String
    let now: Instant
    let place: String
    let recorder = HistoryRecorder()

    public init(_ kind: ReportedProblem.Kind, _ words: String, key: String, at now: Instant, from place: String) {
        self.kind = kind
        self.words = words
        self.key = key
        self.now = now
        self.place = place
    }

    /// What was told, and whether an alarm was raised; nil when this form was sent before, or is not the caller's to send.
    /// - Parameters:
    ///   - request: the demand that it is about, as the caller may see it.
    ///   - network: told where no demand says it.
    public func perform(
        _ tx: any StoreWriter, by caller: Identifier<Person>, about request: Identifier<AdviceRequest>?,
        in network: Identifier<Network>
    ) throws -> Outcome? {
        let fingerprint = "problem \(kind.rawValue) \(request?.rawValue ?? "")"
        if try tx.outcome(of: key, by: caller) != nil { return nil }
        guard let who = try tx.caller(caller) else { return nil }
        let about = try request.flatMap { try tx.request($0, visibleTo: caller) }
        if request != nil, about == nil { return nil }
        let problem = ReportedProblem(
            id: .new(at: now), network: about?.network ?? network, request: about?.id, kind: kind, words: words,
            by: caller, at: now)
        try tx.insert(problem)
        try tx.append(
            recorder.entry(
                "problem.told", at: now, by: who.person, from: place, request: kind == .technical ? about : nil,
                network: problem.network, content: words,
                detail: ["kind": kind.rawValue, "problem": problem.id.rawValue]))
        if kind == .confidentiality {
            try tx.insert(
                Alarm(
                    id: .new(at: now), at: now, kind: .confidentiality, network: problem.network, person: caller,
                    request: about?.id, detail: "problème de confidentialité signalé à la coordination"))
        }
        try tx.remember(key, by: caller, fingerprint: fingerprint, result: problem.id.rawValue, at: now)
        return Outcome(network: problem.network, raised: kind == .confidentiality)
    }

    public struct Outcome: Sendable, Equatable {
        public let network: Identifier<Network>
        public let raised: Bool
    }
}

/// What a network's coordination makes of a problem: dealt with, or open again.
public struct ProblemHandling: Sendable {
    let reply: String
    let isHandled: Bool
    let now: Instant
    let place: String
    let recorder = HistoryRecorder()

    public init(reply: String, isHandled: Bool, at now: Instant, from place: String) {
        self.reply = reply
        self.isHandled = isHandled
        self.now = now
        self.place = place
    }

    /// False when the problem is of no network that the caller coordinates. Said twice it is said once.
    public func perform(
        _ tx: any StoreWriter, on id: Identifier<ReportedProblem>, by caller: Identifier<Person>
    ) throws -> Bool {
        guard let who = try tx.caller(caller), let problem = try tx.problem(id),
            who.has(.coordinator, in: problem.network)
        else { return false }
        let handling = isHandled ? ReportedProblem.Handling(by: caller, at: now, reply: reply) : nil
        if try tx.setHandling(handling, of: id) {
            try tx.append(
                recorder.entry(
                    isHandled ? "problem.handled" : "problem.reopened", at: now, by: who.person, from: place,
                    network: problem.network, content: reply,
                    detail: ["kind": problem.kind.rawValue, "problem": id.rawValue]))
        }
        return true
    }
}
