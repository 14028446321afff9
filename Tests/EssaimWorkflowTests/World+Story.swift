import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

extension World {
    /// Sends a command at the version that is stored now, under a new key unless told otherwise.
    func perform(
        _ command: Command, on id: Identifier<AdviceRequest>, by person: Person, at version: Int? = nil,
        key: String? = nil
    ) async throws -> Result<RequestDesk.Receipt, Refusal> {
        let current = try await stored(id)?.version
        return try await desk.perform(command, on: id, at: version ?? current, key: key ?? newKey(), by: person.id)
    }

    /// A draft of the asking practice, complete, its photograph joined.
    func draft(_ content: RequestContent = .sample, by person: Person = .asker) async throws -> Identifier<
        AdviceRequest
    > {
        let opened = try await desk.open(Offer.dermatology.id, for: nil, key: newKey(), by: person.id).get()
        _ = try await perform(.edit(content), on: opened.request, by: person).get()
        let photo = Attachment.sample("photo-\(opened.request)", of: opened.request)
        _ = try await perform(.attach(photo), on: opened.request, by: person).get()
        return opened.request
    }

    /// A demand of the asking practice brought to that state by commands, each a minute after the one before.
    func demand(_ state: RequestState, content: RequestContent = .sample) async throws -> Identifier<AdviceRequest> {
        let id = try await draft(content)
        let path: [(Command, Person)] =
            switch state {
            case .draft: []
            case .submitted: [(.submit, .asker)]
            case .taken: [(.submit, .asker), (.take, .senior)]
            case .awaitingInformation: [(.submit, .asker), (.take, .senior), (.sample(.askInformation), .senior)]
            case .answered: [(.submit, .asker), (.take, .senior), (.sample(.answer), .senior)]
            case .closed: [(.submit, .asker), (.take, .senior), (.sample(.answer), .senior), (.sample(.close), .asker)]
            case .declined: [(.submit, .asker), (.take, .senior), (.sample(.decline), .senior)]
            case .cancelled: [(.submit, .asker), (.sample(.cancel), .asker)]
            }
        for (command, person) in path {
            clock.advance(by: .minutes(1))
            _ = try await perform(command, on: id, by: person).get()
        }
        return id
    }

    func history(of id: Identifier<AdviceRequest>) async throws -> [HistoryEntry] {
        try await store.read { try $0.history(of: id, limit: 1000) }
    }

    /// `action outcome` of each entry, in no order that matters within one millisecond.
    func actions(of id: Identifier<AdviceRequest>) async throws -> [String] {
        try await history(of: id).map { $0.action + " " + $0.outcome }
    }

    func jobCount(
        of id: Identifier<AdviceRequest>, _ kind: Job.Kind = .issueReport
    ) async throws -> Int {
        try await store.write { try $0.jobCount(kind, for: id) }
    }

    func isRemembered(_ key: String, by person: Person) async throws -> Bool {
        try await store.write { try $0.outcome(of: key, by: person.id) != nil }
    }
}
