/// What stands between a draft and its sending: everything missing or wrong, under its field, and the red flags raised.
/// The summary page shows it; submission refuses by it.
public struct RequestCheck: Sendable, Equatable {
    /// In the order of the page.
    public let faults: [FieldFault]
    public let redFlags: [RedFlag]
    /// Other doors that the answers point to; they prevent nothing.
    public let directions: [Direction]
    /// The patient's traits, once right.
    public let traits: PatientTraits?

    public init(_ content: RequestContent, form: ClinicalProtocol?, attachments: [Attachment], today: CivilDate) {
        var faults: [FieldFault] = []
        switch PatientTraits.check(content.patient, today: today) {
        case .success(let checked): traits = checked
        case .failure(let wrong):
            traits = nil
            faults += wrong.list
        }
        faults += Self.question(content.question)
        for (field, text) in [("context", content.context), ("treatments", content.treatments)]
        where text.isTooLong {
            faults.append(.tooLong(field))
        }
        let answered = form?.check(content.form)
        faults += answered?.faults ?? []
        redFlags = answered?.redFlags ?? []
        directions = answered?.directions ?? []
        if let form, content.photographsImpossible.trimmed.isEmpty {
            let filled = attachments.filter { $0.withdrawnAt == nil }.map(\.slot)
            faults += form.missingSlots(filled: filled).map { slot, count in
                let (what, impossible) =
                    count == 1 ? ("la photo", "elle est impossible") : ("\(count) photos", "elles sont impossibles")
                return FieldFault(
                    field: "photo.\(slot.code)",
                    message: "Joignez \(what) «\u{A0}\(slot.label)\u{A0}», ou dites pourquoi \(impossible).")
            }
        }
        if content.photographsImpossible.isTooLong {
            faults.append(.tooLong("photographsImpossible"))
        }
        if content.consentGiver == nil {
            faults.append(
                FieldFault(
                    field: "consent",
                    message: "Cochez l’accord du patient\u{A0}: sans lui, la demande ne peut pas partir."))
        }
        self.faults = faults
    }

    private static func question(_ question: String) -> [FieldFault] {
        if question.trimmed.isEmpty {
            return [FieldFault(field: "question", message: "Posez votre question\u{A0}: une phrase suffit.")]
        }
        return question.isTooLong ? [.tooLong("question")] : []
    }
}
