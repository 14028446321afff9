import EssaimDomain
import EssaimWorkflow

/// The hidden fields of a form: what makes a second sending harmless, and which version was read.
public struct CommandSeal: Sendable {
    public let key: String
    public let version: Int?
    /// The address that sent the form, as far as it is known.
    public let place: String

    public init(key: String, version: Int?, place: String = "") {
        self.key = key
        self.version = version
        self.place = place
    }
}

extension Grant where P == ActOnRequest {
    public func perform(_ command: Command, _ seal: CommandSeal) async throws -> Result<RequestDesk.Receipt, Refusal> {
        try await house.requests.perform(
            command, on: fact.request.id, at: seal.version, key: seal.key, by: fact.caller.person.id, from: seal.place)
    }
}

extension Grant where P == SendDraft {
    public func submit(_ seal: CommandSeal) async throws -> Result<RequestDesk.Receipt, Refusal> {
        try await house.requests.perform(
            .submit, on: fact.request.id, at: seal.version, key: seal.key, by: fact.caller.person.id, from: seal.place)
    }
}

extension Grant where P == EditDraft {
    public func perform(_ command: Command, _ seal: CommandSeal) async throws -> Result<RequestDesk.Receipt, Refusal> {
        try await house.requests.perform(
            command, on: fact.request.id, at: seal.version, key: seal.key, by: fact.caller.person.id, from: seal.place)
    }
}
