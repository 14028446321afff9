import EssaimDomain
import EssaimWorkflow

extension Grant where P == JoinFiles {
    /// An upload of this caller to this demand; nil for a token of another shape.
    public func upload(_ token: String) -> Upload? {
        Upload(request: fact.request.id, person: fact.caller.person.id, token: token)
    }

    /// How much of an upload stands; nil when it was joined already.
    public func received(of upload: Upload) async throws -> Int? {
        try await house.files.isJoined(upload) ? nil : house.files.received(of: upload)
    }

    /// Adds to an upload.
    /// - Returns: how much stands.
    public func receive(_ body: IncomingBody, of upload: Upload) async throws -> Int {
        try await house.files.receive(body.bytes, of: upload, at: body.offset, total: body.total)
    }

    /// Joins a whole upload.
    public func join(
        _ upload: Upload, _ entry: AttachmentDesk.Entry, from place: String
    ) async throws -> Result<RequestDesk.Receipt, AttachmentDesk.Fault> {
        try await house.files.join(upload, entry, from: place)
    }

    /// Joins a file that a form carries, as it comes. The form's key makes a second sending harmless.
    public func join(
        _ file: IncomingFile, slot: String, _ seal: CommandSeal
    ) async throws -> Result<RequestDesk.Receipt, AttachmentDesk.Fault> {
        let upload = Upload(request: fact.request.id, person: fact.caller.person.id, formKey: seal.key)
        // Sent a second time while the first was cut: from the beginning again.
        if try await house.files.received(of: upload) > 0 { try await house.files.drop(upload) }
        do {
            _ = try await house.files.receive(file.bytes, of: upload, at: 0, total: nil)
        } catch {
            // A form is sent whole or not at all.
            try await house.files.drop(upload)
            throw error
        }
        return try await house.files.join(
            upload, AttachmentDesk.Entry(name: file.name, slot: slot), from: seal.place)
    }

    /// The demand as it stands, for the page that says what is wrong with a file.
    public func current(_ input: Input) async throws -> RequestFile {
        var file = try await house.read(fact)
        let what = fact.request.state == .draft ? "draft" : "demand"
        file.trace = try await house.recordRead(of: fact, from: input, what: what)
        return file
    }
}

extension Grant where P == EditDraft {
    /// Throws the draft away, then the bytes of its files.
    public func discard(_ seal: CommandSeal) async throws -> Result<RequestDesk.Receipt, Refusal> {
        let request = fact.request.id
        let rows = try await house.store.read { try $0.attachments(of: request) }
        let result = try await perform(.discard, seal)
        if case .success = result { try await house.files.discard(rows.map(\.file)) }
        return result
    }

    /// Takes a file off the draft, then its bytes.
    public func detach(
        _ id: Identifier<Attachment>, _ seal: CommandSeal
    ) async throws -> Result<RequestDesk.Receipt, Refusal> {
        let request = fact.request.id
        let row = try await house.store.read { try $0.attachments(of: request).first { $0.id == id } }
        let result = try await perform(.detach(id), seal)
        if case .success = result, let row { try await house.files.discard([row.file]) }
        return result
    }
}
