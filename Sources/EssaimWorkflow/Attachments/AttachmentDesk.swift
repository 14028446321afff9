import EssaimDomain

/// The one way of files into a demand, and out of it: received piece by piece and sealed, developed in the darkroom,
/// durable, then joined by a command. What a refusal leaves behind is removed; what a crash leaves is swept.
public struct AttachmentDesk: Sendable {
    let store: any Store
    let clock: any WallClock
    let vault: any FileVault
    let darkroom: any Darkroom
    /// None is configured: files are not looked into for viruses.
    let scanner: (any VirusScanner)?
    let keyring: RequestKeyring
    let requests: RequestDesk
    let log: @Sendable (_ event: String, _ reason: String) -> Void

    /// - Parameter log: tells the operator what happened to a file; never its name, nor anything of it.
    public init(
        store: any Store, clock: any WallClock, vault: any FileVault, masters: any MasterKeys, darkroom: any Darkroom,
        scanner: (any VirusScanner)?, requests: RequestDesk,
        log: @escaping @Sendable (_ event: String, _ reason: String) -> Void = { _, _ in }
    ) {
        self.store = store
        self.clock = clock
        self.vault = vault
        self.darkroom = darkroom
        self.scanner = scanner
        keyring = RequestKeyring(store: store, masters: masters)
        self.requests = requests
        self.log = log
    }

    /// What one joins, as its sender calls it.
    public struct Entry: Sendable {
        public let name: String?
        public let slot: String

        public init(name: String?, slot: String) {
            self.name = name
            self.slot = slot
        }
    }

    /// Why a file could not be joined.
    public enum Fault: Error, Sendable {
        /// It is not taken, or cannot be kept: said to who sent it.
        case file(FileRefusal)
        case refused(Refusal)
    }

    /// Joins a whole upload to its demand: development, then the row. Joined already, it is so again: nothing is done.
    public func join(
        _ upload: Upload, _ entry: Entry, from place: String = ""
    ) async throws -> Result<RequestDesk.Receipt, Fault> {
        let count = try await vault.received(of: upload)
        let name = FileName(entry.name).text
        let developed = try await keep(
            byteCount: count, named: entry.name, in: upload.request
        ) { [vault] in try await vault.contents(of: upload) }
        switch developed {
        case .failure(let refusal):
            try await vault.drop(upload)
            return .failure(.file(refusal))
        case .success(let kept):
            let now = clock.now()
            let row = Attachment(
                id: .new(at: now), request: upload.request, slot: entry.slot, name: name, file: kept.file,
                addedBy: upload.person, addedAt: now, quarantinedAt: kept.isToScan ? now : nil)
            let result = try await requests.perform(
                .attach(row), on: upload.request, at: nil, key: upload.token, by: upload.person, from: place)
            switch result {
            case .success(let receipt) where !receipt.isRepeat: break
            default: try await vault.remove(kept.file.storedAs)
            }
            try await vault.drop(upload)
            return result.mapError(Fault.refused)
        }
    }

    /// Whether the upload was joined, by this very sending or one before.
    public func isJoined(_ upload: Upload) async throws -> Bool {
        let (token, person) = (upload.token, upload.person)
        return try await store.read { try $0.outcome(of: token, by: person) != nil }
    }

    /// Develops a file and keeps it sealed, durable when this returns. No row names it yet.
    /// - Parameter open: the file from its first byte; called once, or twice when viruses are looked for.
    public func keep(
        byteCount: Int, named name: String?, in request: Identifier<AdviceRequest>,
        open: @Sendable () async throws -> ByteStream
    ) async throws -> Result<(file: KeptFile, isToScan: Bool), FileRefusal> {
        var isToScan = false
        if let scanner {
            switch await scanner.scan(try await open()) {
            case .clean: break
            case .infected(let found):
                log("file refused by the virus scanner", found)
                return .failure(.infected)
            case .away: isToScan = true
            }
        }
        let key = FileKey()
        let writing = try await vault.newFile(under: key)
        let shelf = SectionWriting(to: writing)
        do {
            let developed = try await darkroom.develop(try await open(), named: name, byteCount: byteCount) {
                try await shelf.take($0)
            }
            switch developed {
            case .failure(let refusal):
                await writing.abandon()
                return .failure(refusal)
            case .success(let file):
                let (sections, digest) = await shelf.finished()
                guard let whole = sections.first(where: { $0.role == .full }) else {
                    await writing.abandon()
                    return .failure(.unreadable)
                }
                let demandKey = try await keyring.key(for: request)
                try await writing.finish()
                return .success(
                    (
                        KeptFile(
                            storedAs: writing.name, sealedKey: try demandKey.sealing(key, for: Self.use(writing.name)),
                            sections: sections, mediaType: file.mediaType, byteCount: whole.length, width: file.width,
                            height: file.height, pages: file.pages, capturedAt: file.capturedAt, digest: digest),
                        isToScan
                    ))
            }
        } catch {
            await writing.abandon()
            throw error
        }
    }

    /// Bytes of a part of a kept file.
    /// - Parameter range: within the part; all of it when nil.
    public func contents(
        of attachment: Attachment, _ section: FileSection, _ range: Range<Int>? = nil
    ) async throws -> ByteStream {
        let file = attachment.file
        let key = try await keyring.key(for: attachment.request).opening(file.sealedKey, for: Self.use(file.storedAs))
        let part = (range ?? 0..<section.length).clamped(to: 0..<section.length)
        let bytes = section.offset + part.lowerBound..<section.offset + part.upperBound
        return try await vault.contents(of: file.storedAs, under: key, bytes)
    }

    /// A kept image as it is printed: JPEG, at most 2,000 pixels a side.
    public func print(_ attachment: Attachment) async throws -> Result<[UInt8], FileRefusal> {
        guard let whole = attachment.file.section(.full) else { return .failure(.unreadable) }
        return try await darkroom.print(try await contents(of: attachment, whole), byteCount: whole.length)
    }

    /// Removes bytes whose row is gone.
    public func discard(_ files: [KeptFile]) async throws {
        for file in files { try await vault.remove(file.storedAs) }
    }

    /// What a file's key is sealed for.
    static func use(_ name: String) -> String { "file \(name)" }
}

extension FileRefusal {
    public static let infected = FileRefusal(
        message: "Ce fichier contient un programme malveillant\u{A0}: il n’a pas été gardé. Vérifiez votre appareil.")
    static let unreadable = FileRefusal(
        message: "Le fichier n’a pas pu être lu (fichier abîmé). Reprenez-le, ou envoyez la demande sans lui.")
}
