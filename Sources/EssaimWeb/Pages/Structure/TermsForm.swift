import EssaimDomain
import HTML

/// The fields of a place in a structure: which one, its days, and for whom.
struct TermsForm: Sendable {
    var typed = TypedTerms()
    /// In whose name one may stand, by id.
    var professionals: [(id: String, name: String)] = []
    var faults: [FieldFault] = []

    @MarkupBuilder var markup: Markup {
        ChoiceGroup(
            field: field(TypedTerms.placeField, "Place", isRequired: true),
            options: StructurePlace.allCases.map { .init(value: $0.rawValue, label: $0.word, note: $0.note) },
            chosen: [typed.place]
        ).markup
        div(.class("field-row")) {
            day(TypedTerms.fromField, "Premier jour", typed.from, help: "Pour un remplaçant.")
            day(TypedTerms.throughField, "Dernier jour", typed.through, help: "Inclus. L’accès se ferme ensuite seul.")
        }
        if !professionals.isEmpty {
            ChoiceGroup(
                field: field(
                    TypedTerms.principalsField, "Au nom de",
                    help: "Délégué\u{A0}: ceux pour qui il prépare, personne pour toute la structure. "
                        + "Remplaçant\u{A0}: le titulaire, un seul."),
                options: professionals.map { .init(value: $0.id, label: $0.name) }, chosen: Set(typed.principals),
                isMultiple: true
            ).markup
        }
    }

    private func day(_ name: String, _ label: String, _ value: String, help: String) -> Markup {
        TextInput(field: field(name, label, help: help), value: value, type: .date, size: .medium).markup
    }

    private func field(_ name: String, _ label: String, help: String = "", isRequired: Bool = false) -> Field {
        Field(name: name, label: label, help: help, error: faults.message(for: name), isRequired: isRequired)
    }
}
