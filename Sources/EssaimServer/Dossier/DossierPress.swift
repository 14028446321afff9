import EssaimDocuments
import EssaimDomain
import EssaimWeb
import EssaimWorkflow

/// Makes dossiers as they leave: one image in memory at a time.
struct DossierPress: DossierRoom {
    let store: any Store
    let forms: FormLibrary
    let clock: any WallClock
    let files: AttachmentDesk

    func pdf(of request: Identifier<AdviceRequest>) async throws -> ByteStream {
        let making = try DossierMaking(try await content(of: request), files)
        return ByteStream { try await making.next() }
    }

    func archive(of request: Identifier<AdviceRequest>) async throws -> ByteStream {
        let making = try ArchiveMaking(
            try await content(of: request), request, store: store, files: files, at: clock.now())
        return ByteStream { try await making.next() }
    }

    private func content(of request: Identifier<AdviceRequest>) async throws -> DossierContent {
        let (forms, now) = (forms, clock.now())
        return try await store.read { try DossierContent($0, request, forms: forms, at: now) }
    }
}

/// A dossier on its way.
actor DossierMaking {
    private let content: DossierContent
    private let files: AttachmentDesk
    private var writer: DossierWriter
    private var ready: ArraySlice<[UInt8]> = []
    private var added = 0
    private var isFinished = false

    init(_ content: DossierContent, _ files: AttachmentDesk) throws {
        self.content = content
        self.files = files
        writer = try DossierWriter(content.dossier)
    }

    func next() async throws -> [UInt8]? {
        while true {
            while let piece = ready.popFirst() { if !piece.isEmpty { return piece } }
            if isFinished { return nil }
            if added < content.shown.count {
                let picture = try await bytes(of: content.shown[added])
                added += 1
                try writer.add(picture)
            } else {
                try writer.finish()
                isFinished = true
            }
            ready = writer.take()[...]
        }
    }

    /// Empty when it cannot be shown: the page then says so in its place.
    private func bytes(of picture: DossierContent.ShownPicture) async throws -> [UInt8] {
        switch picture {
        case .photograph(let attachment):
            if case .success(let jpeg) = try await files.print(attachment) { jpeg } else { [] }
        case .page(let attachment, let section):
            try await files.contents(of: attachment, section).gathered(upTo: section.length)
        }
    }
}

/// An archive on its way.
actor ArchiveMaking {
    private enum Part {
        case dossier
        case report(version: Int)
        case file(Attachment)
    }

    private let request: Identifier<AdviceRequest>
    private let store: any Store
    private let files: AttachmentDesk
    private let dossier: DossierMaking
    private let names: [String]
    private let moments: [ZipMoment]
    private let parts: [Part]
    private var writer = ZipWriter()
    private var at = 0
    private var open: ByteStream?
    private var ready: ArraySlice<[UInt8]> = []
    private var isFinished = false

    init(
        _ content: DossierContent, _ request: Identifier<AdviceRequest>, store: any Store, files: AttachmentDesk,
        at now: Instant
    ) throws {
        self.request = request
        self.store = store
        self.files = files
        dossier = try DossierMaking(content, files)
        func moment(_ instant: Instant) -> ZipMoment {
            ZipMoment(
                milliseconds: instant.milliseconds, offset: content.offsets.offsetSeconds(at: instant))
        }
        parts = [.dossier] + content.reports.map { .report(version: $0.version) } + content.files.map(Part.file)
        moments = [moment(now)] + content.reports.map { moment($0.issuedAt) } + content.files.map { moment($0.addedAt) }
        let wanted =
            ["Dossier \(content.number).pdf"] + content.reports.map { "Compte rendu \($0.version).pdf" }
            + content.files.map(\.downloadName)
        names = wanted.enumerated().map { ZipWriter.File.numbered($0 + 1, of: wanted.count, $1) }
    }

    func next() async throws -> [UInt8]? {
        while true {
            while let piece = ready.popFirst() { if !piece.isEmpty { return piece } }
            if isFinished { return nil }
            if let stream = open {
                var iterator = stream.makeAsyncIterator()
                if let piece = try await iterator.next() {
                    writer.write(piece)
                } else {
                    writer.close()
                    open = nil
                }
            } else if at < parts.count {
                _ = writer.open(names[at], modified: moments[at])
                open = try await stream(of: parts[at])
                at += 1
            } else {
                writer.finish()
                isFinished = true
            }
            ready = writer.take()[...]
        }
    }

    private func stream(of part: Part) async throws -> ByteStream {
        switch part {
        case .dossier: return ByteStream { [dossier] in try await dossier.next() }
        case .report(let version):
            let request = request
            return ByteStream(try await store.read { try $0.report(of: request, version: version)?.bytes ?? [] })
        case .file(let attachment):
            guard let whole = attachment.file.section(.full) else { return ByteStream([]) }
            return try await files.contents(of: attachment, whole)
        }
    }
}
