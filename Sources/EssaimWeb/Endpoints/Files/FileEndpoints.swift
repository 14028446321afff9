import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /demandes/{id}/photos/{photo} · {photo}/{part} | see photographs |
    /// | GET /demandes/{id}/dossier/{file} | see request |
    /// | POST /demandes/{id}/photos | join files |
    /// | GET, PUT /demandes/{id}/depots/{depot} | join files |
    /// | POST /demandes/{id}/photos/{photo}/retirer | edit draft |
    static let files: [Endpoint] = [
        Endpoint(.get, "/demandes/{id}/photos/{photo}", SeePhotos.self) { grant, input in
            try await grant.file(Identifier(input.parameter("photo")), .full, input).map(Reply.init)
        },
        Endpoint(.get, "/demandes/{id}/photos/{photo}/{part}", SeePhotos.self) { grant, input in
            guard let part = FilePart(input.parameter("part")) else { return nil }
            return try await grant.file(Identifier(input.parameter("photo")), part.role, page: part.page, input)
                .map(Reply.init)
        },
        Endpoint(
            .post, "/demandes/{id}/photos", JoinFiles.self, bodyLimit: Upload.limit + (1 << 20), takesFiles: true
        ) { grant, input in
            try await grant.joinFromForm(input)
        },
        Endpoint(.get, "/demandes/{id}/depots/{depot}", JoinFiles.self) { grant, input in
            guard let upload = grant.upload(input.parameter("depot")) else { return nil }
            guard let offset = try await grant.received(of: upload) else { return .joined }
            return .standing(at: offset)
        },
        Endpoint(
            .put, "/demandes/{id}/depots/{depot}", JoinFiles.self, bodyLimit: Upload.limit, takesFiles: true
        ) { grant, input in
            guard let upload = grant.upload(input.parameter("depot")), let body = input.body else { return nil }
            return try await grant.receive(body, of: upload, input)
        },
        Endpoint(.get, "/demandes/{id}/dossier/{file}", SeeRequest.self, pace: .export) { grant, input in
            let number = grant.fact.request.number.rawValue
            var reply: Reply
            switch input.parameter("file") {
            case "dossier.pdf":
                reply = Reply(contentType: "application/pdf", fileName: "dossier-\(number).pdf", isInline: false)
                reply.stream = try await grant.dossier(input)
            case "dossier.zip":
                reply = Reply(contentType: "application/zip", fileName: "dossier-\(number).zip", isInline: false)
                reply.stream = try await grant.archive(input)
            default: return nil
            }
            return reply
        },
        Endpoint(.post, "/demandes/{id}/photos/{photo}/retirer", EditDraft.self) { grant, input in
            let result = try await grant.detach(Identifier(input.parameter("photo")), input.seal)
            if case .failure(.notFound) = result { return nil }
            return .seeOther(SitePath.draft(grant.fact.request.id.rawValue).at("photos"))
        },
    ]
}

/// What stands after a file's address: `vignette`, `ecran`, `page-3`.
struct FilePart: Equatable {
    let role: FileSection.Role
    let page: Int

    init?(_ text: String) {
        switch text {
        case "vignette": (role, page) = (.thumbnail, 1)
        case "ecran": (role, page) = (.screen, 1)
        default:
            guard text.hasPrefix("page-"), let page = Int(text.dropFirst(5)), (1...999).contains(page),
                text == "page-\(page)"
            else { return nil }
            (role, self.page) = (.screen, page)
        }
    }
}

extension Grant where P == JoinFiles {
    private var path: SitePath {
        let id = fact.request.id.rawValue
        return (fact.request.state == .draft ? SitePath.draft(id) : SitePath.request(id)).at("photos")
    }

    /// Without script: each file is a form of its own.
    fileprivate func joinFromForm(_ input: Input) async throws -> Reply? {
        let slot = Self.slot(input)
        guard let file = input.file else {
            return try await page(saying: "Choisissez une photo, puis envoyez-la.", slot, input)
        }
        do {
            switch try await join(file, slot: slot, input.seal) {
            case .success: return .seeOther(path)
            case .failure(.file(let refusal)): return try await page(saying: refusal.message, slot, input)
            case .failure(.refused(.faults(let faults))):
                return try await page(saying: faults.map(\.message).joined(separator: " "), slot, input)
            case .failure(.refused(.notFound)): return nil
            case .failure(.refused(let refusal)):
                let page = page(try await current(input))
                return .page(FaultView(FaultModel(refusal, back: path), in: page.frame()), status: 409)
            }
        } catch let fault as VaultFault where fault.isSaid {
            return try await page(saying: fault.message, slot, input, status: fault.status)
        }
    }

    /// With script: the file itself, from where it stopped.
    fileprivate func receive(_ body: IncomingBody, of upload: Upload, _ input: Input) async throws -> Reply? {
        guard body.total > 0, body.total <= Upload.limit, body.offset <= body.total else {
            return .said(VaultFault.tooLong(limit: Upload.limit).message, 413)
        }
        guard try await received(of: upload) != nil else { return .joined }
        do {
            let offset = try await receive(body, of: upload)
            guard offset == body.total else { return .standing(at: offset) }
            let entry = AttachmentDesk.Entry(name: body.name, slot: Self.slot(input))
            switch try await join(upload, entry, from: input.client) {
            case .success: return .joined
            case .failure(.file(let refusal)): return .said(refusal.message, 422)
            case .failure(.refused(.faults(let faults))):
                return .said(faults.map(\.message).joined(separator: " "), 422)
            case .failure(.refused(.notFound)): return nil
            case .failure(.refused(let refusal)): return .said(FaultModel(refusal, back: path).why, 409)
            }
        } catch VaultFault.wrongOffset(let offset) {
            return .standing(at: offset, 409)
        } catch let fault as VaultFault where fault.isSaid {
            return .said(fault.message, fault.status)
        }
    }

    private static func slot(_ input: Input) -> String {
        String((input.form.trimmed(PhotoSlotModel.slotName) ?? "other").prefix(40))
    }

    /// The page that the file was sent from, with what is wrong at its slot.
    private func page(saying message: String, _ slot: String, _ input: Input, status: Int = 422) async throws -> Reply {
        let file = try await current(input)
        let page = page(file)
        let faults = [FieldFault(field: "photo.\(slot)", message: message)]
        if file.request.state == .draft {
            let model = DraftModel(file, page, faults: faults)
            return .page(DraftView(model, in: page.frame(current: .newRequest)), status: status)
        }
        return .page(RequestView(RequestModel(file, page, faults: faults), in: page.frame()), status: status)
    }
}

extension VaultFault {
    /// What its sender can be told, and do something about; the rest is a failure like any other.
    fileprivate var isSaid: Bool {
        switch self {
        case .full, .tooLong, .away, .durabilityLost, .wrongOffset: true
        case .absent, .unreadable, .failed: false
        }
    }

    fileprivate var status: Int {
        switch self {
        case .full: 507
        case .tooLong: 413
        case .wrongOffset: 409
        default: 503
        }
    }
}

extension Reply {
    /// A part of a file. Images are shown in place, where nothing can run; what is not an image is kept as a file.
    fileprivate init(_ opened: OpenedFile) {
        let section = opened.section
        let isImage = section.mediaType.hasPrefix("image/")
        let isWhole = opened.range == 0..<section.length
        self.init(
            isWhole ? 200 : 206, contentType: section.mediaType,
            // What is shown in place has no name: a sender's may be a patient's.
            fileName: isImage ? "photo" : opened.attachment.downloadName, isInline: isImage)
        stream = opened.bytes
        length = opened.range.count
        if !isWhole { part = (opened.range, section.length) }
    }

    fileprivate static let joined = Reply(201, contentType: "text/plain; charset=utf-8")

    fileprivate static func standing(at offset: Int, _ status: Int = 204) -> Reply {
        var reply = Reply(status, contentType: "text/plain; charset=utf-8")
        reply.uploadOffset = offset
        return reply
    }

    /// A sentence for the script to show.
    fileprivate static func said(_ sentence: String, _ status: Int) -> Reply {
        var reply = Reply(status, contentType: "text/plain; charset=utf-8", body: Array(sentence.utf8))
        if status == 503 || status == 507 { reply.retryAfterSeconds = 10 }
        return reply
    }
}

extension Attachment {
    /// Its name, with the ending of what it became: a HEIC is kept as a JPEG.
    public var downloadName: String {
        let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
        return "\(stem.isEmpty ? "fichier" : stem).\(file.fileEnding)"
    }
}

extension KeptFile {
    var fileEnding: String {
        switch mediaType {
        case "image/jpeg": "jpg"
        case "image/png": "png"
        case "application/pdf": "pdf"
        case "application/dicom": "dcm"
        default: "txt"
        }
    }
}
