import EssaimDomain

/// Everything that will leave, read once before it does.
struct SummaryModel: Sendable {
    struct Part: Sendable {
        struct Line: Sendable {
            var label: String
            /// Empty when nothing was typed.
            var value: String
        }

        /// « Patient », « Question », « Photographies ».
        var title: String
        var lines: [Line]
        /// Where to change it: a part of the draft.
        var edit: SitePath
    }

    /// What still prevents the sending, each with its field.
    struct Missing: Sendable {
        var message: String
        var path: SitePath
    }

    var id: String
    var seal: FormSeal
    var line: String
    /// Who will receive it: « Dermatologues du secteur Brest-Lannion ».
    var recipient: String
    var patient: PatientBannerModel?
    var urgency: Urgency
    /// nil when no promise can be made.
    var promisedBy: Instant?
    var parts: [Part]
    var photos: [PhotoModel] = []
    var missing: [Missing] = []
    /// Asked for and not there, which does not prevent the sending: « Vous avez indiqué que… ».
    /// Other doors that the answers point to.
    var doors = FormGuidance()
    var remarks: [String] = []

    /// Other open demands of the same structure for this patient.
    var twins: [DraftModel.Twin] = []

    var maySend: Bool { missing.isEmpty && promisedBy != nil }

    static let sample = SummaryModel(
        id: "sample", seal: .sample, line: "Dermatologie", recipient: "Dermatologues du secteur Brest-Lannion",
        patient: .sample, urgency: .urgent, promisedBy: PageClock.sample.now + .hours(24),
        parts: [
            Part(
                title: "Question",
                lines: [
                    .init(
                        label: "Question",
                        value: "Lésion pigmentée du dos, change depuis six semaines\u{A0}: faut-il la retirer\u{A0}?"),
                    .init(label: "Contexte", value: "Mère opérée d’un mélanome à 60 ans. Bon état général."),
                    .init(label: "Traitements et allergies", value: "Amlodipine. Pas d’allergie."),
                ], edit: .draft("sample").at("question")),
            Part(
                title: "Dermatologie", lines: AnsweredItem.samples.map { .init(label: $0.label, value: $0.value) },
                edit: .draft("sample").at("form.suspicion")),
            Part(
                title: "Accord", lines: [.init(label: "Accord", value: "Le patient, oralement, aujourd’hui")],
                edit: .draft("sample").at("consent")),
        ], photos: PhotoModel.samples)

    static let missingSample = SummaryModel(
        id: "sample", seal: .sample, line: "Dermatologie", recipient: "Dermatologues du secteur Brest-Lannion",
        patient: nil, urgency: .priority, promisedBy: PageClock.sample.now + .hours(48), parts: sample.parts,
        missing: [
            Missing(message: "Le prénom du patient", path: .draft("sample").at("patient.firstGivenName")),
            Missing(message: "La photographie large", path: .draft("sample").at("photos")),
        ], remarks: ["Le médecin traitant n’est pas indiqué\u{A0}: le compte rendu ne lui sera pas adressé."])
}
