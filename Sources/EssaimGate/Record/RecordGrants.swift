import EssaimDomain
import EssaimWorkflow

/// A demand, and where its experts practise: what goes into a professional's own record.
public struct RecordFile: Sendable {
    public let file: RequestFile
    public let offices: [Identifier<Person>: Structure]
    /// Whose own acts may stand in the text.
    public let reader: Identifier<Person>
}

extension Grant where P == SeeRequest {
    /// The demand and its answers, to be copied: a reading of its own, as a report's is.
    public func copyForRecord(_ input: Input) async throws -> RecordFile {
        let (fact, house) = (fact, house)
        let copy = try await house.store.read { reader in
            let experts = fact.request.answers.flatMap { [$0.expert, $0.validatedBy] }.compactMap(\.self)
            var offices: [Identifier<Person>: Structure] = [:]
            // One or two people.
            for id in Set(experts) { offices[id] = try reader.caller(id)?.structures.first?.structure }
            return RecordFile(
                file: try RequestFile(fact, reader, in: house), offices: offices, reader: fact.caller.person.id)
        }
        try await house.recordRead(of: fact, from: input, what: "copy")
        return copy
    }
}

extension Grant where P == KeepRecord {
    public func mark(
        _ kind: RecordMark.Kind, _ move: RecordMarking.Move, _ input: Input
    ) async throws -> Result<Bool, RecordRefusal> {
        let id = fact.request.id
        let marking = RecordMarking(kind, move, by: fact.caller.person.id, at: now, from: input.client)
        let result = try await house.store.write { try marking.perform($0, on: id) }
        if case .success(true) = result { house.bulletin.post(.request(ChangedRequest(fact.request))) }
        return result
    }
}

extension Grant where P == GiveSheet {
    /// What surrounds the sheet before it is made: who it is about, and nothing of the opinion.
    public func open(_ input: Input) async throws -> RequestFile {
        try await house.recordRead(of: fact, from: input, what: "sheet")
        return try await house.read(fact)
    }
}
