import EssaimDomain

extension AttachmentDesk {
    /// How much of an upload stands.
    public func received(of upload: Upload) async throws -> Int { try await vault.received(of: upload) }

    /// Forgets an upload, whole or not.
    public func drop(_ upload: Upload) async throws { try await vault.drop(upload) }

    /// Adds to an upload; see `FileVault.receive`.
    public func receive(_ bytes: ByteStream, of upload: Upload, at offset: Int, total: Int?) async throws -> Int {
        try await vault.receive(bytes, of: upload, at: offset, total: total)
    }
}
