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

    /// Throws the draft away, then the bytes of its photographs.
    public func discard(_ seal: CommandSeal) async throws -> Result<RequestDesk.Receipt, Refusal> {
        let request = fact.request.id
        let rows = try await house.store.read { try $0.attachments(of: request) }
        let result = try await perform(.discard, seal)
        if case .success = result {
            for row in rows { try await house.photos.discard(storedAs: row.storedAs) }
        }
        return result
    }

    /// Why a photograph could not be joined.
    public enum AttachFault: Error, Sendable {
        case file(String)
        case refused(Refusal)
    }

    /// Joins a photograph to the draft: its bytes are durable before its row is committed. What the row's refusal leaves
    /// behind is removed.
    public func attach(
        _ file: UploadedFile, slot: String, _ seal: CommandSeal
    ) async throws -> Result<Identifier<Attachment>, AttachFault> {
        let kept: KeptPhoto
        switch try await house.photos.keep(file.bytes, named: file.name) {
        case .failure(let refusal): return .failure(.file(refusal.message))
        case .success(let photo): kept = photo
        }
        let row = Attachment(
            id: .new(at: now), request: fact.request.id, slot: slot, name: Self.harmless(file.name),
            mediaType: kept.mediaType, byteCount: kept.byteCount, width: kept.width, height: kept.height,
            storedAs: kept.storedAs, addedBy: fact.caller.person.id, addedAt: now, capturedAt: kept.capturedAt,
            digest: kept.digest)
        let result = try await perform(.attach(row), seal)
        switch result {
        case .success(let receipt) where !receipt.isRepeat: return .success(row.id)
        case .success:
            try await house.photos.discard(storedAs: kept.storedAs)
            return .success(row.id)
        case .failure(let refusal):
            try await house.photos.discard(storedAs: kept.storedAs)
            return .failure(.refused(refusal))
        }
    }

    /// Takes a photograph off the draft, then its bytes.
    public func detach(
        _ id: Identifier<Attachment>, _ seal: CommandSeal
    ) async throws -> Result<RequestDesk.Receipt, Refusal> {
        let request = fact.request.id
        let row = try await house.store.read { try $0.attachments(of: request).first { $0.id == id } }
        let result = try await perform(.detach(id), seal)
        if case .success = result, let row { try await house.photos.discard(storedAs: row.storedAs) }
        return result
    }

    /// The last part of a file's name, without what could mislead a reader or a terminal; at most 100 characters.
    private static func harmless(_ name: String?) -> String {
        let last = (name ?? "").split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let kept = last.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
            default: true
            }
        }
        let text = String(String.UnicodeScalarView(kept.prefix(100))).trimmed
        return text.isEmpty ? "photo" : text
    }
}
