import EssaimDomain
import HTML

/// ② What is asked: free text first.
struct DraftQuestionSection {
    var model: DraftModel

    var markup: Markup {
        section(.class("part"), .id("demande")) {
            h2 {
                span(.class("number")) { "2" }
                " Question"
            }
            TextArea(
                field: field(
                    DraftField.question, "Quelle est votre question\u{A0}?",
                    help: "Une seule, précise. C’est elle que le spécialiste lit en premier.", isRequired: true),
                value: model.content.question, rowCount: 3, isProminent: true
            ).markup
            TextArea(
                field: field(DraftField.context, "Contexte", help: "Histoire, examen, ce qui a déjà été fait."),
                value: model.content.context
            ).markup
            TextArea(
                field: field(DraftField.treatments, "Traitements et allergies"), value: model.content.treatments,
                rowCount: 2
            ).markup
        }
    }

    private func field(_ name: String, _ label: String, help: String = "", isRequired: Bool = false) -> Field {
        Field(name: name, label: label, help: help, error: model.faults.message(for: name), isRequired: isRequired)
    }
}
