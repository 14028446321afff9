import EssaimDomain
import HTML

/// ① Who it is about.
struct DraftPatientSection {
    var content: RequestContent
    var commune: String
    var faults: [FieldFault]

    var markup: Markup {
        section(.class("part"), .id("patient")) {
            h2 {
                span(.class("number")) { "1" }
                " Patient"
            }
            div(.class("columns")) {
                line(
                    DraftField.birthFamilyName, "Nom de naissance", content.patient.birthFamilyName, isRequired: true,
                    isFocused: isBlank)
                line(DraftField.firstGivenName, "Premier prénom", content.patient.firstGivenName, isRequired: true)
            }
            div(.class("columns uneven")) {
                TextInput(
                    field: field(DraftField.birthDate, "Date de naissance", isRequired: true),
                    value: content.patient.birthDate, mode: .numeric, placeholder: "jj/mm/aaaa", size: .medium
                ).markup
                ChoiceGroup(
                    field: field(DraftField.sex, "Sexe", isRequired: true),
                    options: [
                        .init(value: "female", label: "Femme"), .init(value: "male", label: "Homme"),
                        .init(value: "unknown", label: "Inconnu"),
                    ], chosen: [content.patient.sex]
                ).markup
            }
            div(.class("columns")) {
                line(
                    DraftField.usedFamilyName, "Nom utilisé", content.patient.usedFamilyName,
                    help: "S’il diffère du nom de naissance.")
                TextInput(
                    field: Field(
                        name: DraftField.claimNumber, label: "NIR de l’ouvrant droit",
                        help:
                            "Pour coter : 15 chiffres, clé comprise, du patient ou de son parent. Peut venir plus tard."
                            .frenchSpaced,
                        error: claimFault),
                    value: content.patient.claimNumber, size: .medium
                ).markup
            }
            div(.class("columns uneven")) {
                SelectList(
                    field: Field(
                        name: DraftField.birthRank, label: "Rang de naissance", help: "Pour des jumeaux ou plus."),
                    options: (1...6).map { .init(value: String($0), label: String($0)) },
                    chosen: content.patient.birthRank, none: "Naissance simple"
                ).markup
                Tick(
                    field: Field(
                        name: DraftField.inpatient, label: "Hospitalisé en ce moment",
                        help: "La cotation n’est alors pas la même."),
                    isTicked: content.isInpatient
                ).markup
            }
            DraftTreatingDoctorField(chosen: content.treatingDoctor, faults: faults).markup
            DraftResidenceField(typed: content.residence ?? "", proposed: commune).markup
        }
    }

    /// Said, and no obstacle: a demand leaves without it.
    private var claimFault: String? {
        guard case .failure(let fault)? = content.patient.claimNIR else { return nil }
        return fault.message
    }

    private func line(
        _ name: String, _ label: String, _ value: String, help: String = "", isRequired: Bool = false,
        isFocused: Bool = false
    ) -> Markup {
        TextInput(
            field: field(name, label, help: help, isRequired: isRequired), value: value, isFocused: isFocused
        ).markup
    }

    /// A draft that was just opened: one begins to type at once.
    /// Nothing was typed: the form that it was begun with says nothing of that.
    private var isBlank: Bool {
        var blank = RequestContent()
        blank.writtenWith = content.writtenWith
        return faults.isEmpty && content == blank
    }

    private func field(_ name: String, _ label: String, help: String = "", isRequired: Bool = false) -> Field {
        Field(name: name, label: label, help: help, error: faults.message(for: name), isRequired: isRequired)
    }
}
