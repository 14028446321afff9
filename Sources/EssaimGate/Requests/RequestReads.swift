import EssaimDomain
import EssaimWorkflow

extension Grant where P == SeeRequest {
    /// Opens the demand: one entry in the history, written before the page leaves: no access without its trace.
    public func open(_ input: Input) async throws -> RequestFile {
        var file = try await house.read(fact)
        file.trace = try await house.opening(of: fact, from: input)
        return file
    }

    /// What proves the demand and its answer, offline; nil while they are not sealed.
    public func receipt(_ input: Input) async throws -> Receipt? {
        let id = fact.request.id
        let receipt = try await house.store.read { try Receipt.of(id, $0) }
        if receipt != nil { try await house.recordRead(of: fact, from: input, what: "receipt") }
        return receipt
    }

    /// The report as issued.
    public func report(version: Int, _ input: Input) async throws -> IssuedReport? {
        let id = fact.request.id
        let report = try await house.store.read { try $0.report(of: id, version: version) }
        if report != nil { try await house.recordRead(of: fact, from: input, what: "report \(version)") }
        return report
    }
}

extension Grant where P == EditDraft {
    /// The draft as it stands: its structure's own writing.
    public func open(_ input: Input) async throws -> RequestFile {
        var file = try await house.read(fact)
        file.trace = try await house.recordRead(of: fact, from: input, what: "draft")
        return file
    }
}

extension Grant where P == SendDraft {
    public func open(_ input: Input) async throws -> RequestFile {
        var file = try await house.read(fact)
        file.trace = try await house.recordRead(of: fact, from: input, what: "draft")
        return file
    }
}

extension Grant where P == WriteAnswer {
    /// The demand and the opinion begun, and what stands beside it.
    public func open(_ input: Input) async throws -> (file: RequestFile, desk: AnswerDesk) {
        var file = try await house.read(fact)
        file.trace = try await house.opening(of: fact, from: input)
        return (file, try await house.answerDesk(fact))
    }
}

extension Grant where P == ActOnRequest {
    /// The demand as it stands now, for the page that shows a conflict or a refusal beside what was typed.
    public func current(_ input: Input) async throws -> RequestFile {
        var file = try await house.read(fact)
        file.trace = try await house.recordRead(of: fact, from: input)
        return file
    }

    /// What stands beside an answer that is shown again.
    public func answerDesk() async throws -> AnswerDesk { try await house.answerDesk(fact) }

    /// The next demand for this expert, for *envoyer et suivante*.
    public func next() async throws -> NextDemand? {
        let (reader, id, now) = (fact.caller.person.id, fact.request.id, now)
        return try await house.store.read { try $0.nextToAnswer(for: reader, at: now, after: id) }
    }
}

extension Grant where P == ActOnRequest {
    /// The demand's network as declared: the lines and zones that a re-orientation may name.
    public func network() async throws -> Network? {
        let id = fact.request.network
        return try await house.store.read { try $0.network(id) }
    }
}

extension House {
    func read(_ fact: OnRequest) async throws -> RequestFile {
        try await store.read { try RequestFile(fact, $0, in: self) }
    }
}

/// What stands beside an answer: whether another demand waits for its writer, and the phrases they use most.
public struct AnswerDesk: Sendable {
    public let next: NextDemand?
    public let phrases: [Phrase]
    /// Those of the team that the demand is addressed to, but those whose shortcut the writer gave to another.
    public let teamPhrases: [Phrase]
}

extension House {
    func answerDesk(_ fact: OnRequest) async throws -> AnswerDesk {
        let (writer, request, now) = (fact.caller.person.id, fact.request, clock.now())
        return try await store.read { store in
            let own = try store.usualPhrases(of: writer, limit: Phrase.mostOffered)
            let taken = Set(own.map(\.content.shortcut))
            return AnswerDesk(
                next: try store.nextToAnswer(for: writer, at: now, after: request.id), phrases: own,
                teamPhrases: try store.phrases(of: request.network).filter { !taken.contains($0.shortcut) }
                    .map(Phrase.ofNetwork))
        }
    }
}

/// What awaits an expert after this one.
public struct NextDemand: Sendable {
    public let id: Identifier<AdviceRequest>
    /// Theirs already: it opens where the answer is written. Otherwise where it is taken.
    public let isMine: Bool
}

extension StoreReader {
    /// Mine first, by deadline; else what may be taken.
    func nextToAnswer(
        for reader: Identifier<Person>, at now: Instant, after current: Identifier<AdviceRequest>
    ) throws -> NextDemand? {
        for view in [WorklistKind.mine, .toTake] {
            let rows = try rows(view, of: reader, at: now, after: nil, limit: 3)
            if let next = rows.first(where: { $0.id != current && !$0.isPaused }) {
                return NextDemand(id: next.id, isMine: view == .mine)
            }
        }
        return nil
    }
}
