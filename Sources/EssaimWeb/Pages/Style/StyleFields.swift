import HTML

/// Fields, plain and faulty.
struct StyleFields {
    var markup: Markup {
        Markup.group {
            TextInput(field: Field(name: "style-nom", label: "Nom de naissance", isRequired: true), value: "Le Roux")
                .markup
            TextInput(
                field: Field(
                    name: "style-date", label: "Date de naissance", help: "Comme sur la pièce d’identité.",
                    error: "Le 31 février n’existe pas\u{A0}: vérifiez le jour.".frenchSpaced),
                value: "31/02/1958", placeholder: "jj/mm/aaaa", size: .medium
            ).markup
            TextArea(
                field: Field(name: "style-question", label: "Quelle est votre question\u{A0}?"),
                value: "Lésion pigmentée du dos, change depuis six semaines."
            ).markup
            ChoiceGroup(
                field: Field(name: "style-choix", label: "Suspicion", error: "Choisissez une suspicion."),
                options: [
                    .init(value: "a", label: "Tumeur"),
                    .init(value: "b", label: "Inflammatoire", note: "Eczéma, psoriasis"),
                    .init(value: "c", label: "Infection", isDisabled: true),
                ], chosen: ["a"]
            ).markup
            SelectList(
                field: Field(name: "style-liste", label: "Médecin traitant"),
                options: [.init(value: "a", label: "Moi-même"), .init(value: "b", label: "Un confrère")], chosen: ""
            ).markup
            Tick(
                field: Field(name: "style-accord", label: "Le patient est informé et d’accord."), isTicked: true
            ).markup
        }
    }
}
