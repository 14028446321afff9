import EssaimDomain

// Over: closed with what became of the advice, declined with another way, cancelled.

extension Scene {
    static let ended: [Scene] = closed + declined + cancelled

    private static let closed: [Scene] = [
        Scene(
            "claire.kerfable", .lesion, FictionalPatient("Penlégende", "Odile", "05/05/1964", .female), .urgent,
            question: "Lésion achromique du mollet qui grossit vite : mélanome achromique possible ?",
            context: "Rose, ferme, 9 mm en deux mois. Pas de traumatisme, pas de fièvre.",
            form: .skin("tumour", "leg", "months", side: "left", signs: ["change"], change: "A triplé", size: 9),
            photos: .lesion,
            [
                Step(.days(16, 9, 0), .send), Step(Experts.west[6].login, .days(16, 12, 30), .take),
                Step(
                    Experts.west[6].login, .days(16, 12, 45),
                    .answer(
                        Step.Advice(
                            "À retirer en entier cette semaine. Je la vois après-demain.", .quickConsultation,
                            seenWithin: 3))),
                Step(
                    Experts.west[6].login, .days(16, 13, 0),
                    .book(2, "8:30", at: "Consultation, Lannion", with: "Dr Guifable")),
                Step(.days(16, 18, 0), .read), Step(.days(15, 9, 0), .told),
                Step(Experts.west[6].login, .days(14, 9, 0), .seen),
                Step(.days(9, 9, 0), .close(.followed, "Opérée à J+3. Mélanome 0,8 mm, suivi organisé.")),
            ]),
        Scene(
            "tifenn.kermirage", .lesion, FictionalPatient("Quimlégende", "André", "18/10/1942", .male),
            question: "Bouton du nez qui ne part pas, croûte chaque matin : à montrer ?",
            context: "Vu pendant les soins de l’épouse. Perlé, indolore, quatre mois au moins.",
            form: .skin("tumour", "face", "months", side: "middle", size: 4),
            photos: .lesion,
            [
                Step(.days(21, 17, 0), .send), Step(Experts.west[7].login, .days(19, 8, 30), .take),
                Step(
                    Experts.west[7].login, .days(19, 8, 40),
                    .answer(
                        Step.Advice(
                            "Carcinome basocellulaire probable. Exérèse programmée.", .plannedConsultation,
                            seenWithin: 60))),
                Step(.days(18, 18, 0), .read), Step(.days(17, 10, 0), .told),
                Step(
                    .days(12, 10, 0),
                    .close(.notFollowed, "Refuse l’intervention pour l’instant, son médecin est prévenu.")),
                Step(
                    Experts.secretary.login, .days(11, 9, 0),
                    .noVisit("Le patient refuse l’intervention pour l’instant.")),
                Step(.days(10, 9, 0), .read),
            ]),
        Scene(
            "youna.bodroman", .lesion, FictionalPatient("Loclégende", "Fernande", "03/03/1930", .female),
            question: "Lésion suintante du sein gauche, eczéma du mamelon : Paget à éliminer ?",
            context: "Un seul côté, deux mois, dermocorticoïde sans effet.",
            form: .skin(
                "tumour", "chest", "months", side: "left", signs: ["oozing"], size: 15, tried: "Dermocorticoïde"),
            photos: .lesion,
            [
                Step(.days(30, 10, 0), .send), Step(Experts.south[4].login, .days(28, 9, 0), .take),
                Step(
                    Experts.south[4].login, .days(28, 9, 20),
                    .answer(
                        Step.Advice("Unilatéral et résistant : biopsie et mammographie.", .furtherTests, seenWithin: 21)
                    )),
                Step(.days(27, 9, 0), .read),
                Step(.days(26, 9, 0), .followUp("La famille demande si la biopsie peut se faire à l’EHPAD.")),
                Step(
                    Experts.south[4].login, .days(25, 12, 0),
                    .answer(Step.Advice("Oui, je passe jeudi matin. Inutile d’arrêter l’anticoagulant.", .furtherTests))
                ),
                Step(.days(25, 15, 0), .read), Step(.days(24, 10, 0), .told),
                Step(.days(15, 10, 0), .close(.followed, "Biopsie faite ici : eczéma. Soulagement.")),
            ]),
        Scene(
            "briac.locdecor", .lesion, FictionalPatient("Rosdécor", "Joëlle", "27/06/1968", .female),
            question: "Bande brune du gros orteil, un seul ongle : à biopsier ?",
            context: "Stable d’après elle, 3 mm, bords parallèles. Aucun traumatisme rapporté.",
            form: .skin("tumour", "nail", "years", side: "right", size: 3), photos: .lesion,
            [
                Step(.days(12, 9, 0), .send), Step(Experts.south[5].login, .days(10, 18, 0), .take),
                Step(
                    Experts.south[5].login, .days(10, 18, 10),
                    .answer(Step.Advice("Bande fine et régulière : photographie dans quatre mois.", .managedRemotely))),
                Step(.days(10, 19, 0), .read), Step(.days(9, 9, 0), .told), Step(.days(9, 9, 5), .close(.followed, "")),
            ]),
        Scene(
            "mael.kerepilogue", .eruption, FictionalPatient("Coatdécor", "Stéphane", "16/04/1976", .male),
            question: "Prurit nocturne de toute la famille depuis un mois : traiter sans prélèvement ?",
            context: "Sillons entre les doigts. Quatre personnes au foyer, toutes se grattent.",
            form: .skin("infection", "hand", "weeks", side: "both", signs: ["itch"]), photos: .plaque,
            [
                Step(.days(14, 11, 0), .send), Step(Experts.east[7].login, .days(13, 9, 0), .take),
                Step(
                    Experts.east[7].login, .days(13, 9, 15),
                    .answer(
                        Step.Advice(
                            "Gale : ivermectine deux prises, toute la famille le même jour, linge à 60 °C.",
                            .managedRemotely))),
                Step(.days(13, 12, 0), .read), Step(.days(13, 12, 5), .told),
                Step(.days(5, 9, 0), .close(.followed, "Plus de prurit.")),
            ]),
    ]

    private static let declined: [Scene] = [
        Scene(
            "enora.lansonge", .lesion, FictionalPatient("Guidécor", "Raymonde", "11/11/1939", .female), .priority,
            question: "Tumeur du bord de la paupière avec perte de cils : exérèse possible en cabinet ?",
            context: "Quatre millimètres, perlée, au tiers externe. Vision normale.",
            form: .skin("tumour", "eyelid", "half-year", side: "right", size: 4),
            photos: .lesion,
            [
                Step(.days(3, 10, 0), .send), Step(Experts.west[3].login, .days(2, 12, 0), .take),
                Step(
                    Experts.west[3].login, .days(2, 12, 10),
                    .decline(
                        "Lésion du bord libre : elle relève d’une chirurgie des paupières.",
                        otherWay: "Ophtalmologie, consultation de chirurgie des paupières.")),
            ]),
        Scene(
            "denez.lanprologue", .eruption, FictionalPatient("Lanscène", "Julie", "20/08/2001", .female),
            question: "Chute de cheveux diffuse trois mois après un accouchement : bilan utile ?",
            context: "Pas de plaque, cuir chevelu sain. Allaitement en cours.",
            form: .skin("other", "scalp", "months", size: 1), photos: .impossible("La patiente ne le souhaite pas."),
            [
                Step(.days(6, 9, 0), .send),
                Step(
                    Experts.regulator.login, .days(5, 9, 0),
                    .decline(
                        "Effluvium du post-partum, sans avis spécialisé nécessaire à ce stade.",
                        otherWay: "Ferritine et TSH par son médecin ; nous récrire à six mois.")),
                Step(.days(5, 12, 0), .read),
            ]),
    ]

    private static let cancelled: [Scene] = [
        Scene(
            "loic.treconte", .lesion, FictionalPatient("Penscène", "Gérard", "02/02/1952", .male),
            question: "Nodule de la nuque, kyste ou lipome ?",
            context: "Mobile, indolore, trois centimètres, stable depuis deux ans d’après lui.",
            form: .skin("tumour", "neck", "years", size: 30), photos: .lesion,
            [Step(.days(7, 9, 0), .send), Step(.days(7, 11, 30), .cancel("Revu ce matin avec un confrère : lipome."))]),
        Scene(
            "claire.kerfable", .eruption, FictionalPatient("Rosscène", "Emma", "09/09/2015", .female),
            question: "Éruption vésiculeuse du visage, varicelle atypique ?",
            context: "Fratrie indemne, vaccinée. Quelques vésicules regroupées près de la bouche.",
            form: .skin("infection", "face", "days", side: "both", signs: ["itch"]), photos: .plaque,
            [
                Step(.days(10, 9, 0), .send), Step(Experts.west[1].login, .days(10, 12, 0), .take),
                Step(.days(10, 14, 0), .cancel("Guérie, les vésicules ont séché.")),
            ]),
    ]
}
