import EssaimDocuments
import EssaimDomain
import EssaimWeb
import EssaimWorkflow

/// What a dossier says, and which files it shows.
struct DossierContent {
    let dossier: Dossier
    /// What stands at each place of `dossier.pictures`.
    let shown: [ShownPicture]
    /// Files that may be looked at, in order.
    let files: [Attachment]
    let reports: [(version: Int, issuedAt: Instant)]
    let number: String
    let offsets: OffsetRules

    /// An image at print resolution, or a page of a document as it was made for screens.
    enum ShownPicture: Sendable {
        case photograph(Attachment)
        case page(Attachment, FileSection)
    }

    init(_ reader: any StoreReader, _ id: Identifier<AdviceRequest>, forms: FormLibrary, at now: Instant) throws {
        let all = try reader.attachments(of: id)
        let words = try DemandWords(reader, id, forms: forms, at: now, naming: Set(all.map(\.addedBy)))
        let request = words.request
        let files = all.filter(\.isShown)
        var pictures: [Dossier.Picture] = []
        var shown: [ShownPicture] = []
        for file in files {
            for (picture, place) in Self.pictures(of: file, words) {
                pictures.append(picture)
                shown.append(place)
            }
        }
        dossier = Dossier(
            network: words.networkBlock, demand: request.number.shown, status: request.state.word,
            madeAt: words.clock.exact(now), madeAtMilliseconds: now.milliseconds, patient: words.patientBlock,
            requester: words.requester, experts: [request.holder].compactMap(\.self).map(words.expert),
            familyDoctor: words.familyDoctor, line: words.line, question: request.content.question,
            context: request.content.context, treatments: request.content.treatments, form: words.formAnswers,
            consent: words.consent, course: words.course,
            opinions: request.answers.map { answer in
                Dossier.Opinion(
                    version: answer.version, author: words.name(answer.expert),
                    validatedBy: answer.validatedBy.map(words.name) ?? "", answer: words.answer(answer))
            }, pictures: pictures, pieces: all.map { Self.piece($0, words) })
        self.shown = shown
        self.files = files
        reports = try reader.reports(of: id)
        number = request.number.rawValue
        offsets = words.clock.rules
    }

    private static func pictures(
        of attachment: Attachment, _ words: DemandWords
    ) -> [(Dossier.Picture, ShownPicture)] {
        let taken = words.taken(attachment)
        func picture(_ page: Dossier.Page?) -> Dossier.Picture {
            Dossier.Picture(
                label: words.label(of: attachment), name: attachment.name,
                taken: taken.isEmpty && page == nil ? "date de prise inconnue" : taken, page: page)
        }
        if attachment.file.isImage { return [(picture(nil), .photograph(attachment))] }
        let pages = attachment.file.sections.filter { $0.role == .screen }
        return pages.map { section in
            (picture(Dossier.Page(section.page, of: attachment.file.pages)), .page(attachment, section))
        }
    }

    private static func piece(_ attachment: Attachment, _ words: DemandWords) -> Dossier.Piece {
        let pages = attachment.file.pages > 1 ? ", \(attachment.file.pages)\u{A0}pages" : ""
        let taken = attachment.file.capturedAt.flatMap { CivilDate.parse(String($0.prefix(10))) }
        return Dossier.Piece(
            name: attachment.name, kind: attachment.file.kindWord + pages,
            size: French.fileSize(bytes: attachment.file.byteCount), taken: taken.map(French.date) ?? "",
            addedBy: words.name(attachment.addedBy), addedAt: words.clock.exact(attachment.addedAt),
            digest: attachment.file.digest,
            withdrawal: attachment.withdrawnAt.map { at in
                // The thread's line of that very moment says who and why.
                let line = words.thread.first { $0.action == .withdrawAttachment && $0.at == at }
                return Dossier.Withdrawal(
                    at: words.clock.exact(at), by: words.name(line?.author), reason: line?.text ?? "")
            })
    }
}
