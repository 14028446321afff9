import EssaimDomain
import EssaimGate

extension PhotoSlotModel {
    /// The protocol's places, and one for the rest.
    static func all(_ file: RequestFile, _ page: PageMaking, faults: [FieldFault]) -> [PhotoSlotModel] {
        let id = file.request.id.rawValue
        let isDraft = file.request.state == .draft
        let asked = file.form?.slots ?? []
        let isOtherAsked = asked.contains { $0.code == "other" }
        let extra = ClinicalProtocol.AttachmentSlot(code: "other", label: "Autre", help: "Autre angle, autre lésion.")
        let slots = asked + (isOtherAsked ? [] : [extra])
        let known = Set(slots.map(\.code))
        return slots.map { slot in
            let isLast = slot == slots.last
            let photos = file.photographs.filter { $0.slot == slot.code || (isLast && !known.contains($0.slot)) }
            return PhotoSlotModel(
                slot: slot.code, label: slot.label, help: slot.help, isRequired: slot.isRequired && isDraft,
                minimum: isDraft ? slot.minimum : 0, example: isDraft ? slot.example : nil,
                path: .photos(id), seal: page.seal(), error: faults.message(for: "photo.\(slot.code)"),
                // Once sent, they stand with the question; taking one back is an act of its own, with its reason.
                photos: isDraft
                    ? photos.map { PhotoModel($0, label: slot.label, page, isRemovable: true) } : [])
        }
    }
}

extension PhotoModel {
    /// - Parameter trace: the entry that its images ride on; nil for those of another demand, each read of which is written.
    init(
        _ attachment: Attachment, label: String, _ page: PageMaking, trace: String?, isRemovable: Bool = false
    ) {
        let (request, id) = (attachment.request.rawValue, attachment.id.rawValue)
        let file = attachment.file
        func part(_ name: String) -> SitePath { .photo(request, id, part: name, on: trace) }
        let screens = file.sections.filter { $0.role == .screen }.map(\.page)
        self.init(
            id: id, path: .photo(request, id, on: trace), screen: screens.isEmpty ? nil : part("ecran"),
            thumbnail: file.section(.thumbnail) == nil ? nil : part("vignette"),
            pages: screens.map { $0 == 1 ? part("ecran") : part("page-\($0)") }, label: label, name: attachment.name,
            taken: attachment.file.capturedAt.flatMap { CivilDate.parse(String($0.prefix(10))) }
                .map { "prise le \(French.date($0))" },
            added: "ajoutée le \(French.date(page.clock.civil(attachment.addedAt).date))", width: file.width,
            height: file.height, kind: Kind(file), size: French.fileSize(bytes: file.byteCount),
            isWaiting: attachment.quarantinedAt != nil,
            removal: isRemovable ? Removal(path: .removePhoto(request, id), seal: page.seal()) : nil)
    }

    init(_ attachment: Attachment, label: String, _ page: PageMaking, isRemovable: Bool = false) {
        self.init(attachment, label: label, page, trace: page.trace, isRemovable: isRemovable)
    }

    /// The files of a sent demand, labelled by their slot.
    static func all(_ file: RequestFile, _ page: PageMaking) -> [PhotoModel] {
        file.photographs.map { PhotoModel($0, label: file.slotLabel(of: $0), page) }
    }
}

extension PhotoModel.Kind {
    fileprivate init(_ file: KeptFile) {
        self = file.isImage ? .image : file.mediaType.hasPrefix("text/") ? .text : .document
    }
}

extension EarlierPhotos {
    /// What the last demands about the same patient showed.
    static func all(_ file: RequestFile, _ page: PageMaking) -> [EarlierPhotos] {
        file.earlier.map { earlier in
            let sentAt = earlier.request.submittedAt ?? earlier.request.createdAt
            return EarlierPhotos(
                title: "Demande du \(French.date(page.clock.civil(sentAt).date))",
                photos: earlier.files.map { PhotoModel($0, label: file.slotLabel(of: $0), page, trace: nil) })
        }
    }
}

extension RequestFile {
    /// « Centrée ».
    fileprivate func slotLabel(of attachment: Attachment) -> String {
        form?.slots.first { $0.code == attachment.slot }?.label ?? "Autre"
    }
}
