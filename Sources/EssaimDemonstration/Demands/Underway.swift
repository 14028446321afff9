import EssaimDomain

// Taken, or waiting for a detail: someone has the next step.

extension Scene {
    static let underway: [Scene] = [
        Scene(
            "claire.kerfable", .lesion, FictionalPatient("Guifiction", "Alain", "03/02/1953", .male), .priority,
            question: "Carcinome basocellulaire probable de l’aile du nez : chirurgie d’emblée, ou biopsie d’abord ?",
            context: "Perlé, télangiectasies, 6 mm. Ne veut pas d’hospitalisation. Bon état général.",
            treatments: "Aspirine 75 mg.", wish: .takeOver,
            form: .skin("tumour", "face", "years", side: "left", signs: ["bleeding"], size: 6), photos: .lesion,
            [
                Step(.hours(31), .send), Step(Experts.west[0].login, .hours(6), .take),
                Step(
                    Experts.west[0].login, .hours(5.9), .beginAnswer("Aspect typique. Je propose une exérèse d’emblée")),
            ]),
        Scene(
            "mikael.coatfiction", .lesion, FictionalPatient("Tréconte", "Lucienne", "28/08/1938", .female),
            question: "Plaque rosée de la jambe qui ne cicatrise pas sous compression : ulcère, ou maladie de Bowen ?",
            context: "Sept semaines de soins. Plaque squameuse bien limitée autour de la plaie.",
            form: .skin("tumour", "leg", "months", side: "right", signs: ["oozing"], size: 22), photos: .lesion,
            [
                Step(.days(4, 10, 20), .send), Step(Experts.westJunior.login, .days(1, 14, 0), .take),
                Step(
                    Experts.westJunior.login, .hours(3),
                    .submitForValidation(
                        Step.Advice(
                            "Aspect évocateur de maladie de Bowen. Biopsie de la bordure avant de poursuivre la compression.",
                            .plannedConsultation, limits: "Photographie large un peu sombre.", seenWithin: 21))),
            ]),
        Scene(
            "alan.kerbrouillon", .lesion, FictionalPatient("Rosroman", "Denise", "15/11/1947", .female),
            question: "Kératoses multiples du front : azote ici, ou crème avant de vous l’adresser ?",
            context: "Une dizaine de lésions rugueuses, une plus épaisse à la racine des cheveux.",
            treatments: "Hydrochlorothiazide depuis huit ans.",
            form: .skin("tumour", "face", "years", side: "both", size: 7), photos: .lesion,
            [Step(.days(5, 9, 45), .send), Step(Experts.south[0].login, .days(1, 13, 10), .take)]),
        Scene(
            "mael.kerepilogue", .eruption, FictionalPatient("Lanconte", "Thomas", "08/05/1985", .male), .priority,
            question: "Psoriasis étendu en deux semaines après une angine : traitement local encore possible ?",
            context: "Gouttes sur tout le tronc, 15 % de la surface. Prélèvement de gorge positif.",
            treatments: "Amoxicilline terminée hier.",
            form: .skin("inflammatory", "widespread", "weeks", signs: ["itch"], tried: "Dermocorticoïde, cinq jours"),
            photos: .plaque, [Step(.hours(52), .send), Step(Experts.east[0].login, .hours(24), .take)]),
        Scene(
            "denez.lanprologue", .eruption, FictionalPatient("Bodnouvelle", "Manon", "01/12/2008", .female),
            question: "Acné nodulaire du visage, échec de deux traitements : isotrétinoïne à discuter ?",
            context: "Cicatrices débutantes. Retentissement scolaire. Mère d’accord pour un avis.",
            treatments: "Doxycycline arrêtée il y a un mois.",
            form: .skin("inflammatory", "face", "years", side: "both", tried: "Peroxyde de benzoyle, doxycycline"),
            photos: .plaque,
            [
                Step(.days(4, 18, 30), .send), Step(Experts.east[3].login, .days(3, 8, 20), .take),
                Step(Experts.east[3].login, .days(3, 8, 40), .release("Je reçois la famille à un autre titre.")),
                Step(Experts.east[5].login, .days(2, 12, 15), .take),
            ]),
        Scene(
            "maelle.guichimere", .lesion, FictionalPatient("Guilégende", "Marcel", "20/07/1935", .male),
            question: "Nodule saignant du cuir chevelu : peut-on attendre la visite du médecin dans deux semaines ?",
            context: "Découvert au shampoing. Résident autonome, porte une casquette depuis peu.",
            treatments: "Fluindione.",
            form: .skin("tumour", "scalp", "weeks", signs: ["bleeding"], size: 14), photos: .lesion,
            [
                Step(.days(2, 10, 5), .send), Step(Experts.west[1].login, .days(1, 12, 30), .take),
                Step(
                    Experts.west[1].login, .days(1, 12, 40),
                    .ask("Quel est le dernier INR ? Et le nodule est-il mobile, ou fixé à l’os ?")),
            ]),
        Scene(
            "soizic.plouscenario", .lesion, FictionalPatient("Penmirage", "Christiane", "06/04/1950", .female),
            .priority,
            question: "Cicatrice de mélanome opéré il y a trois ans : petit nodule à côté, à vous montrer ?",
            context: "Vu pendant un soin à domicile. Suivi dermatologique interrompu depuis un an.",
            form: .skin("tumour", "thigh", "weeks", side: "right", size: 5), photos: .lesion,
            [
                Step(.hours(40), .send), Step(Experts.south[1].login, .hours(20), .take),
                Step(
                    Experts.south[1].login, .hours(19.5),
                    .ask("Pouvez-vous joindre le compte rendu de l’exérèse, au moins l’épaisseur en millimètres ?")),
            ]),
        Scene(
            "brendan.guiroman", .eruption, FictionalPatient("Coatmirage", "Inès", "17/10/1990", .female),
            question: "Urticaire quotidienne depuis quatre mois malgré un antihistaminique : jusqu’où monter ?",
            context: "Pas d’angio-œdème, pas de facteur déclenchant trouvé. Bilan simple normal.",
            treatments: "Desloratadine 5 mg.",
            form: .skin("inflammatory", "widespread", "months", signs: ["itch"]),
            photos: .impossible("Les plaques disparaissent avant la consultation."),
            [
                Step(.days(3, 11, 25), .send), Step(Experts.east[1].login, .days(2, 9, 0), .take),
                Step(
                    Experts.east[1].login, .days(2, 9, 10),
                    .ask("A-t-elle un projet de grossesse ? Prend-elle un AINS ?")),
            ]),
    ]
}
