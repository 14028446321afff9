import EssaimDomain

// To take, Brest–Lannion: urgent with three hours left, calm ones, one late.

extension Scene {
    static let waitingInTheWest: [Scene] = [
        Scene(
            "loic.treconte", .lesion, FictionalPatient("Penroman", "Annick", "27/09/1958", .female), .urgent,
            question: "Lésion pigmentée du dos, change depuis six semaines : faut-il la retirer sans attendre ?",
            context:
                "Vue pour un renouvellement. Deux couleurs, bords irréguliers. Mère opérée d’un mélanome à 60 ans.",
            treatments: "Amlodipine 5 mg. Pas d’allergie connue.", wish: .takeOver,
            form: .skin(
                "tumour", "back", "weeks", side: "left", signs: ["change"],
                change: "Plus foncée et plus large en six semaines",
                size: 11), photos: .lesion, [Step(.hours(21), .send)]),
        Scene(
            "tifenn.kermirage", .lesion, FictionalPatient("Rosconte", "Jean", "05/01/1944", .male), .priority,
            question: "Plaie du dos de la main qui bourgeonne, vue pendant les pansements : à montrer vite ?",
            context: "Apparue sur une ancienne brûlure. Bourgeon rouge de 12 mm, saigne au retrait de la compresse.",
            treatments: "Apixaban. Allergie à la pénicilline.",
            form: .skin("tumour", "hand", "months", side: "right", signs: ["bleeding", "oozing"], size: 12),
            photos: .lesion, [Step(.hours(28), .send)]),
        Scene(
            "gael.ploulegende", .lesion, FictionalPatient("Coatfable", "Michel", "18/07/1949", .male), .priority,
            question: "Ulcération de la lèvre inférieure depuis deux mois chez un fumeur : biopsie ici ou chez vous ?",
            context: "Indurée à la palpation, pas de ganglion perçu. Vingt cigarettes par jour.",
            treatments: "Metformine.", wish: .appointment,
            form: .skin("tumour", "mouth", "months", side: "middle", signs: ["pain"], size: 7), photos: .lesion,
            [
                Step(.hours(53), .send),
                Step(Experts.west[4].login, .hours(40), .setAside("En congé à partir de demain.")),
            ]),
        Scene(
            "enora.lansonge", .eruption, FictionalPatient("Guironde", "Léa", "30/04/1997", .female),
            question:
                "Éruption du tronc en médaillons depuis trois semaines : pityriasis rosé, ou faut-il une sérologie ?",
            context: "Une plaque plus grande au départ. Pas de fièvre, pas de voyage. Partenaire stable.",
            treatments: "Contraception œstroprogestative.",
            form: .skin("inflammatory", "widespread", "weeks", signs: ["itch"]), photos: .plaque,
            [Step(.days(2, 17, 40), .send)]),
        Scene(
            "rozenn.trefeuilleton", .eruption, FictionalPatient("Locfable", "Camille", "11/02/1993", .female),
            .priority,
            question:
                "Papules très prurigineuses du ventre à 34 semaines : simple prurit de grossesse, ou autre chose ?",
            context: "Première grossesse, vergetures atteintes, ombilic épargné. Bilan hépatique normal avant-hier.",
            treatments: "Fer. Pas d’allergie.",
            form: .skin("inflammatory", "abdomen", "days", signs: ["itch"], tried: "Émollient, sans effet"),
            photos: .plaque,
            [Step(.hours(9), .send)]),
        Scene(
            "claire.kerfable", .lesion, FictionalPatient("Tréronde", "Bernard", "09/12/1962", .male),
            question: "Grain de beauté de l’épaule signalé par l’épouse : à surveiller ou à retirer ?",
            context:
                "Un seul, différent des autres. Pas d’antécédent. Phototype clair, coups de soleil dans l’enfance.",
            form: .skin("tumour", "shoulder-arm", "unknown", side: "right", size: 6), photos: .lesion,
            [Step(.days(1, 11, 15), .send)]),
    ]
}
