import EssaimDomain

// Read; the patient is to be told, or the loop to be closed.

extension Scene {
    static let toClose: [Scene] = [
        Scene(
            "loic.treconte", .lesion, FictionalPatient("Bodmirage", "Roger", "10/03/1948", .male), .priority,
            question: "Plaque croûteuse du crâne après une cryothérapie sans effet : carcinome épidermoïde ?",
            context: "Chauve, travaille dehors. Base infiltrée, un peu douloureuse.", treatments: "Allopurinol.",
            form: .skin("tumour", "scalp", "months", signs: ["pain"], size: 16, tried: "Azote, une fois"),
            photos: .lesion,
            [
                Step(.days(4, 9, 20), .send), Step(Experts.west[0].login, .days(3, 8, 10), .take),
                Step(
                    Experts.west[0].login, .days(3, 8, 12),
                    .ask("Des ganglions du cou ? Depuis quand est-ce infiltré ?")),
                Step(.days(3, 13, 0), .give("Pas de ganglion. Infiltré depuis trois semaines environ.")),
                Step(
                    Experts.west[0].login, .days(2, 18, 40),
                    .answer(
                        Step.Advice(
                            "Carcinome épidermoïde à écarter. Biopsie puis exérèse avec marges ; mon secrétariat l’appelle "
                                + "demain.", .quickConsultation, seenWithin: 10))),
                Step(.days(1, 8, 35), .read),
                Step(
                    Experts.secretary.login, .days(1, 9, 40),
                    .book(4, "14:30", at: "Cabinet de dermatologie, Lannion", with: "Dr Kerfictif")),
            ]),
        Scene(
            "katell.quimsonge", .lesion, FictionalPatient("Guimirage", "Henriette", "24/12/1934", .female),
            question: "Lésion pigmentée plate de la joue qui s’étend lentement : mélanome de Dubreuilh ?",
            context: "Vingt ans de lente extension d’après la famille, plus foncée cette année.",
            form: .skin("tumour", "face", "years", side: "left", signs: ["change"], change: "Plus foncée", size: 20),
            photos: .lesion,
            [
                Step(.days(8, 10, 0), .send), Step(Experts.south[3].login, .days(6, 13, 30), .take),
                Step(
                    Experts.south[3].login, .days(6, 13, 50),
                    .answer(
                        Step.Advice(
                            "Aspect de mélanome de Dubreuilh. Deux biopsies ciblées sous dermoscopie, à faire au cabinet.",
                            .plannedConsultation, seenWithin: 30))),
                Step(.days(5, 9, 0), .read), Step(.days(4, 16, 0), .told),
                Step(Experts.secretary.login, .days(3, 10, 30), .unreachable("2")),
            ]),
        Scene(
            "brendan.guiroman", .lesion, FictionalPatient("Rosmodèle", "Isabelle", "31/07/1982", .female),
            question: "Nævus du sein modifié pendant la grossesse : attendre l’accouchement, ou le retirer ?",
            context: "Vingt-huit semaines. Symétrique, s’est élargi avec la peau. Pas d’antécédent.",
            form: .skin("tumour", "chest", "months", side: "left", signs: ["change"], change: "S’est élargi", size: 7),
            photos: .lesion,
            [
                Step(.days(5, 15, 10), .send), Step(Experts.east[4].login, .days(4, 9, 15), .take),
                Step(
                    Experts.east[4].login, .days(4, 9, 30),
                    .answer(
                        Step.Advice(
                            "Structure régulière : modification attendue pendant la grossesse. Photographie à refaire dans six "
                                + "semaines, exérèse seulement si asymétrie.", .managedRemotely))),
                Step(.days(3, 8, 45), .read), Step(.days(3, 18, 0), .told),
            ]),
        Scene(
            "goulven.pendecor", .eruption, FictionalPatient("Lanmodèle", "Kevin", "14/05/1995", .male), .priority,
            question: "Éruption annulaire du bras après un week-end en forêt : érythème migrant ?",
            context: "Pas de tique vue. Anneau de 9 cm, s’étend, indolore.", treatments: "Aucun.",
            form: .skin(
                "infection", "shoulder-arm", "days", side: "left", signs: ["change"], change: "S’étend chaque jour"),
            photos: .plaque,
            [
                Step(.days(3, 9, 40), .send), Step(Experts.east[6].login, .days(2, 10, 0), .take),
                Step(
                    Experts.east[6].login, .days(2, 10, 12),
                    .answer(
                        Step.Advice(
                            "Érythème migrant. À adresser à son médecin aujourd’hui pour doxycycline 14 jours. Pas de sérologie "
                                + "à ce stade.", .managedRemotely))),
                Step(.days(2, 11, 0), .read),
            ]),
    ]
}
