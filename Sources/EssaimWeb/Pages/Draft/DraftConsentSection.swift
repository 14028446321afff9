import EssaimDomain
import HTML

/// The patient's agreement in one tick: by the patient, orally, today; other givers and means unfold.
struct DraftConsentSection {
    var content: RequestContent
    var faults: [FieldFault]

    var markup: Markup {
        section(.class("part"), .id("accord")) {
            h2 { "Accord du patient" }
            Tick(
                field: Field(
                    name: DraftField.consent,
                    label: "Le patient est informé de cette demande et d’accord, oralement, aujourd’hui.",
                    error: faults.message(for: DraftField.consent), form: DraftView.formID),
                isTicked: content.consentGiver != nil
            ).markup
            details(.class("otherwise"), .open(isUnusual)) {
                summary { "L’accord a été donné autrement" }
                ChoiceGroup(
                    field: Field(name: DraftField.consentGiver, label: "Par", form: DraftView.formID),
                    options: Consent.Giver.allCases.map { .init(value: $0.rawValue, label: $0.word) },
                    chosen: [(content.consentGiver ?? .patient).rawValue]
                ).markup
                ChoiceGroup(
                    field: Field(name: DraftField.consentMeans, label: "Comment", form: DraftView.formID),
                    options: Consent.Means.allCases.map { .init(value: $0.rawValue, label: $0.word) },
                    chosen: [content.consentMeans.rawValue]
                ).markup
            }
            Tick(
                field: Field(
                    name: DraftField.opposition, label: "Le patient s’oppose à l’envoi au DMP.",
                    form: DraftView.formID),
                isTicked: content.isOpposedToSharing
            ).markup
        }
    }

    private var isUnusual: Bool {
        (content.consentGiver ?? .patient) != .patient || content.consentMeans != .orally
    }
}
