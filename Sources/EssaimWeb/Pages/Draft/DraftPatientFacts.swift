import EssaimDomain
import HTML

// What is asked of the patient for the report and the figures: one tap each, and nothing is compulsory.

/// Who the médecin traitant is: copied, unless the patient objects; *sans* is a fact to count.
struct DraftTreatingDoctorField {
    var chosen: TreatingDoctor
    var faults: [FieldFault]

    @MarkupBuilder var markup: Markup {
        ChoiceGroup(
            field: Field(
                name: DraftField.treatingDoctor, label: "Médecin traitant",
                error: faults.message(for: DraftField.treatingDoctor)),
            options: [
                .init(value: "requester", label: "Le demandeur"), .init(value: "named", label: "Un autre"),
                .init(value: "none", label: "Sans médecin traitant"), .init(value: "unsaid", label: "Non précisé"),
            ], chosen: chosen == .unsaid ? [] : [chosen.kind.rawValue]
        ).markup
        div(.data("when-item", DraftField.treatingDoctor), .data("when-values", "named")) {
            TextInput(
                field: Field(
                    name: DraftField.treatingDoctorName, label: "Nom du médecin traitant",
                    error: faults.message(for: DraftField.treatingDoctorName)), value: name, size: .medium
            ).markup
        }
    }

    private var name: String { if case .named(let name) = chosen { name } else { "" } }
}

/// The patient's commune: mostly the structure's own.
struct DraftResidenceField {
    /// As it stands in the demand.
    var typed: String
    /// `22113 Lannion`.
    var proposed: String

    static let fault = "Ajoutez le code postal\u{A0}: 22300 Lannion."

    @MarkupBuilder var markup: Markup {
        ChoiceGroup(
            field: Field(name: DraftField.residence, label: "Commune du patient"),
            options: [
                .init(value: proposed, label: String(proposed.dropFirst(6))),
                .init(value: DraftField.elsewhere, label: "Une autre"),
                .init(value: DraftField.unsaid, label: "Non précisée"),
            ], chosen: typed.isEmpty ? [] : [isProposed ? proposed : DraftField.elsewhere]
        ).markup
        div(.data("when-item", DraftField.residence), .data("when-values", DraftField.elsewhere)) {
            TextInput(
                field: Field(
                    name: DraftField.residenceElsewhere, label: "Code postal et commune", error: error),
                value: isProposed ? "" : typed, placeholder: "22300 Lannion", size: .medium
            ).markup
        }
    }

    private var isProposed: Bool { typed == proposed }
    /// Said, and no obstacle.
    private var error: String? { typed.isEmpty || Residence(typed: typed) != nil ? nil : Self.fault }
}
