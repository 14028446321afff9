import EssaimDomain
import EssaimWorkflow

/// A part of a file as it leaves.
public struct OpenedFile: Sendable {
    public let attachment: Attachment
    public let section: FileSection
    /// Within the part.
    public let range: Range<Int>
    public let bytes: ByteStream
}

extension Grant where P == SeePhotos {
    /// A part of a file; nil when the demand has no such one, it was withdrawn, waits for the scanner, or has no such part.
    /// What a page just opened loads rides on that page's entry; fetched by its address alone, it has one of its own.
    public func file(
        _ id: Identifier<Attachment>, _ role: FileSection.Role, page: Int = 1, _ input: Input
    ) async throws -> OpenedFile? {
        let request = fact.request.id
        let rows = try await house.store.read { try $0.attachments(of: request) }
        guard let row = rows.first(where: { $0.id == id && $0.isShown }),
            let section = row.file.section(role, page: page)
        else { return nil }
        let range = input.range.map { $0.range(of: section.length) } ?? 0..<section.length
        guard let range else { return nil }
        let opened: OpenedPage = role == .full ? .demand(request) : .images(request)
        if try await !house.rides(on: input.trace, fact.caller, opened) {
            try await house.recordRead(of: fact, from: input, what: "photograph \(id.rawValue)")
        }
        return OpenedFile(
            attachment: row, section: section, range: range,
            bytes: try await house.files.contents(of: row, section, range))
    }
}

extension Grant where P == SeeRequest {
    /// The demand's whole, as one PDF.
    public func dossier(_ input: Input) async throws -> ByteStream {
        try await house.recordRead(of: fact, from: input, what: "dossier")
        return try await house.dossiers.pdf(of: fact.request.id)
    }

    /// The demand's whole, with its files as they are.
    public func archive(_ input: Input) async throws -> ByteStream {
        try await house.recordRead(of: fact, from: input, what: "archive")
        return try await house.dossiers.archive(of: fact.request.id)
    }
}
