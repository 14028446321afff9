import EssaimDomain

// Demands begun and not sent: a draft keeps what was typed, complete or not.

extension Scene {
    static let drafts: [Scene] = [
        Scene(
            "claire.kerfable", .lesion, FictionalPatient("Rosfable", "Jeanne", "14/03/1951", .female, used: "Penfable"),
            question: "Lésion croûteuse de la tempe qui ne guérit pas depuis le printemps : carcinome ou kératose ?",
            context: "Ancienne maraîchère, beaucoup de soleil. Croûte qui tombe et revient, saigne au lavage.",
            form: .skin("tumour", "face", "half-year", side: "left", signs: ["bleeding"], size: 8), photos: .lesion, []),
        Scene(
            "maelle.guichimere", .eruption, FictionalPatient("Coatsonge", "Yvonne", "02/11/1936", .female),
            question: "Rougeur des plis sous les seins depuis dix jours, que mettre en attendant le médecin ?",
            form: .skin("infection", "chest", "weeks", signs: ["itch"]), photos: .none, []),
        Scene(
            "solenn.treprologue", .lesion, FictionalPatient("Bodfable", "Marc", "", .male),
            question: "Nodule du cuir chevelu", form: .skin("tumour", "scalp", "months"), photos: .none, []),
        Scene(
            "lena.coatdialogue", .eruption, FictionalPatient("Locroman", "Hugo", "21/06/2019", .male),
            question: "Plaques sèches des coudes et derrière les genoux, l’émollient ne suffit plus.",
            context: "Eczéma connu depuis un an. Dort mal, se gratte la nuit.",
            form: .skin(
                "inflammatory", "widespread", "half-year", signs: ["itch"], tried: "Émollient deux fois par jour"),
            photos: .plaque, []),
    ]
}
