import EssaimDocuments
import EssaimDomain
import EssaimWeb
import EssaimWorkflow

/// What a report says (CSP R.6316-4, NGAP): read from the store, put into words.
struct ReportContent {
    private let words: DemandWords
    private let answer: Answer
    private let acts: [RecordedAct]
    private let attachments: [Attachment]
    private let incidents: [ReportedProblem]

    init(
        _ reader: any StoreReader, _ id: Identifier<AdviceRequest>, answer version: Int, forms: FormLibrary,
        issuedAt now: Instant
    ) throws {
        acts = try reader.acts(of: id)
        incidents = try reader.incidents(on: id)
        words = try DemandWords(
            reader, id, forms: forms, at: now, naming: Set(acts.map(\.professional) + incidents.map(\.by)))
        guard let answer = words.request.answers.first(where: { $0.version == version }) else {
            throw StoreFault.corrupt("a report's answer")
        }
        self.answer = answer
        attachments = try reader.attachments(of: id).filter { $0.withdrawnAt == nil }
    }

    func report(version: Int, receipt: Receipt?, origin: String) -> ConsultationReport {
        let (request, clock) = (words.request, words.clock)
        let content = request.content
        return ConsultationReport(
            network: words.networkBlock, demand: request.number.shown, version: version,
            replaces: version > 1 ? version - 1 : nil, issuedAt: clock.exact(words.now),
            issuedAtMilliseconds: words.now.milliseconds,
            patient: words.patientBlock, requester: words.requester, experts: [words.expert(answer.expert)],
            familyDoctor: words.familyDoctor, validatedBy: answer.validatedBy.map(words.expert),
            question: .init(
                text: content.question, context: content.context, treatments: content.treatments,
                form: words.formAnswers, attachments: attachments.map(attachment)),
            answer: words.answer(answer), course: words.course, consent: words.consent, acts: acts.compactMap(act),
            incidents: incidentWords,
            errata: words.thread.filter { $0.action == .erratum }.map {
                .init(at: clock.exact($0.at), author: words.name($0.author), text: $0.text)
            }, receipt: receipt.flatMap { printed($0, origin) })
    }

    /// That each was told, by whom and when (CSP R.6316-4): not its words, which were written for the coordination.
    var incidentWords: String {
        if incidents.isEmpty { return "Aucun incident technique signalé." }
        return incidents.map {
            "Incident technique signalé par \(words.name($0.by)), \(words.clock.exact($0.at))."
        }.joined(separator: " ")
    }

    /// The receipt as printed: its code leads a telephone to the page that checks it, and holds the proof by itself.
    private func printed(_ receipt: Receipt, _ origin: String) -> ConsultationReport.Receipt? {
        guard let code = ReceiptCode(receipt) else { return nil }
        let text = "\(origin)/RECU/\(code.text)".uppercased()
        // An address too long for a code that can be read is left out: the file proves the same.
        guard text.count <= ConsultationReport.Receipt.codeLimit else { return nil }
        return .init(
            code: text,
            lines: [
                "Reçu n° \(French.grouped(code.leaf))",
                "Cette demande et cette réponse sont inscrites au journal vérifiable depuis le "
                    + "\(words.clock.exact(code.entry.minute)).",
                "Ce code en porte la preuve, que ce serveur ou tout autre peut contrôler, même dans des années, avec la "
                    + "clé publique du journal\u{A0}:",
                receipt.key,
            ])
    }

    private func attachment(_ attachment: Attachment) -> ConsultationReport.Attachment {
        .init(
            name: attachment.name, taken: words.taken(attachment),
            kind: "\(attachment.file.kindWord), \(words.label(of: attachment).lowercased())")
    }

    private func act(_ act: RecordedAct) -> ConsultationReport.Act? {
        act.code.map { code in
            .init(
                code: code, professional: words.name(act.professional), amount: French.euros(cents: act.amountCents),
                date: words.clock.date(act.performedAt))
        }
    }
}
