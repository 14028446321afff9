import EssaimDomain

// Answered, and nobody of the asking structure has read it yet.

extension Scene {
    static let unread: [Scene] = [
        Scene(
            "claire.kerfable", .lesion, FictionalPatient("Lansonge", "Paulette", "22/02/1946", .female), .priority,
            question: "Lésion rouge vif du décolleté qui saigne au moindre contact : faut-il la retirer vite ?",
            context: "Apparue après une griffure de chat. Pédiculée, 5 mm.", treatments: "Aucun anticoagulant.",
            form: .skin("tumour", "chest", "weeks", side: "middle", signs: ["bleeding"], size: 5), photos: .lesion,
            [
                Step(.hours(27), .send), Step(Experts.west[2].login, .hours(7), .take),
                Step(
                    Experts.west[2].login, .hours(4),
                    .answer(
                        Step.Advice(
                            "Botriomycome très probable. Exérèse au rasoir et électrocoagulation, analyse de la pièce. "
                                + "Je la reçois sous quinze jours ; pansement compressif si elle saigne.",
                            .plannedConsultation, seenWithin: 15))),
            ]),
        Scene(
            "gael.ploulegende", .lesion, FictionalPatient("Roschimère", "Yves", "13/09/1957", .male), .urgent,
            question: "Lésion noire du dos en relief, saigne depuis une semaine : à voir en combien de temps ?",
            context: "Douze millimètres, ulcérée au centre. Ganglion axillaire droit douteux.",
            treatments: "Clopidogrel.", wish: .takeOver,
            form: .skin(
                "tumour", "back", "months", side: "right", signs: ["change", "bleeding"],
                change: "Relief depuis deux mois",
                size: 12), photos: .lesion,
            [
                Step(.hours(12), .send), Step(Experts.west[3].login, .hours(3), .take),
                Step(
                    Experts.west[3].login, .hours(2),
                    .answer(
                        Step.Advice(
                            "Forte suspicion de mélanome nodulaire. Pas de biopsie partielle. Je le vois cette semaine pour "
                                + "l’exérèse ; échographie ganglionnaire demandée d’ici là.", .quickConsultation,
                            seenWithin: 5))),
            ]),
        Scene(
            "erwan.rosroman", .eruption, FictionalPatient("Kernouvelle", "Simone", "29/01/1933", .female),
            question: "Bulles tendues des jambes depuis une semaine chez une résidente de 93 ans : que faire ?",
            context: "Prurit depuis un mois avant les bulles. Pas de fièvre, mange et boit.",
            treatments: "Furosémide introduit il y a deux mois.",
            form: .skin("inflammatory", "leg", "days", side: "both", signs: ["itch", "oozing"]), photos: .plaque,
            [
                Step(.days(2, 14, 15), .send), Step(Experts.west[5].login, .days(1, 9, 10), .take),
                Step(
                    Experts.west[5].login, .days(1, 9, 35),
                    .answer(
                        Step.Advice(
                            "Pemphigoïde bulleuse probable. Clobétasol sur tout le corps dès aujourd’hui, numération avec "
                                + "éosinophiles, et biopsie que je ferai en visite. Revoir l’indication du furosémide.",
                            .quickConsultation, limits: "Muqueuses non photographiées.", seenWithin: 8))),
            ]),
        Scene(
            "solenn.treprologue", .lesion, FictionalPatient("Locconte", "Nicole", "04/06/1960", .female),
            question: "Taches brunes multiples du dos, une plus noire : kératoses séborrhéiques, ou autre chose ?",
            context: "Surface verruqueuse, aspect posé sur la peau. Inquiète, père décédé d’un mélanome.",
            form: .skin("tumour", "back", "years", side: "both", size: 10), photos: .lesion,
            [
                Step(.days(3, 16, 20), .send), Step(Experts.south[2].login, .days(1, 17, 0), .take),
                Step(
                    Experts.south[2].login, .days(1, 17, 8),
                    .answer(
                        Step.Advice(
                            "Kératoses séborrhéiques, bénignes, la plus noire comprise. Rien à retirer. Surveillance annuelle "
                                + "chez vous, en raison de l’antécédent familial.", .managedRemotely))),
            ]),
        Scene(
            "lena.coatdialogue", .eruption, FictionalPatient("Quimfiction", "Arthur", "19/09/2024", .male),
            question: "Érythème du siège avec de petites pustules, la crème à l’eau aggrave : candidose ?",
            context: "Deux ans, diarrhée la semaine dernière. Fond des plis atteint.",
            form: .skin("infection", "buttock", "days", signs: ["pain"], tried: "Pâte à l’eau, éosine"),
            photos: .plaque,
            [
                Step(.days(1, 10, 30), .send), Step(Experts.eastJunior.login, .days(1, 12, 0), .take),
                Step(
                    Experts.eastJunior.login, .days(1, 12, 20),
                    .submitForValidation(
                        Step.Advice("Candidose du siège : imidazolé local dix jours.", .managedRemotely))),
                Step(
                    Experts.east[0].login, .hours(5),
                    .validate(
                        Step.Advice(
                            "Candidose du siège : imidazolé en crème deux fois par jour pendant dix jours, changes fréquents, "
                                + "arrêter l’éosine. Me récrire si pas mieux à une semaine.", .managedRemotely))),
            ]),
    ]
}
