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
    /// The demand and the opinion begun, and whether another one waits for this expert.
    public func open(_ input: Input) async throws -> (file: RequestFile, next: Identifier<AdviceRequest>?) {
        var file = try await house.read(fact)
        file.trace = try await house.opening(of: fact, from: input)
        let (reader, id) = (fact.caller.person.id, fact.request.id)
        let next = try await house.store.read { try $0.nextToAnswer(for: reader, after: id) }
        return (file, next)
    }
}

extension Grant where P == ActOnRequest {
    /// The demand as it stands now, for the page that shows a conflict or a refusal beside what was typed.
    public func current(_ input: Input) async throws -> RequestFile {
        var file = try await house.read(fact)
        file.trace = try await house.recordRead(of: fact, from: input)
        return file
    }

    /// The next demand for this expert, for *envoyer et suivante*.
    public func next() async throws -> Identifier<AdviceRequest>? {
        let (reader, id) = (fact.caller.person.id, fact.request.id)
        return try await house.store.read { try $0.nextToAnswer(for: reader, after: id) }
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

extension StoreReader {
    /// Mine first, by deadline; else what may be taken.
    func nextToAnswer(
        for reader: Identifier<Person>, after current: Identifier<AdviceRequest>
    ) throws -> Identifier<AdviceRequest>? {
        for view in [WorklistKind.mine, .toTake] {
            let rows = try rows(view, of: reader, after: nil, limit: 3)
            if let next = rows.first(where: { $0.id != current && !$0.isPaused }) { return next.id }
        }
        return nil
    }
}
