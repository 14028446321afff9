import EssaimDomain

// To take in the two other sectors.

extension Scene {
    static let waitingElsewhere: [Scene] = [
        Scene(
            "alan.kerbrouillon", .lesion, FictionalPatient("Quimconte", "Odette", "23/05/1940", .female), .urgent,
            question:
                "Tumeur de la joue qui a doublé en un mois chez une patiente de 86 ans : dans quel délai la voir ?",
            context: "Nodule ferme, rouge violacé, indolore, 18 mm. Bon état général, vit seule.",
            treatments: "Bisoprolol, lévothyroxine.", wish: .takeOver,
            form: .skin(
                "tumour", "face", "weeks", side: "right", signs: ["change"], change: "A doublé en quatre semaines",
                size: 18),
            photos: .lesion, [Step(.hours(15), .send)]),
        Scene(
            "ewen.landefable", .lesion, FictionalPatient("Rosnouvelle", "Patrick", "16/08/1971", .male),
            question: "Tache brune du mollet vue pendant la rééducation, bords flous : faut-il s’en occuper ?",
            context: "Le patient ne l’avait pas remarquée. Suivi pour une rupture du tendon d’Achille.",
            form: .skin("tumour", "leg", "unknown", side: "left", size: 9), photos: .lesion,
            [Step(.days(3, 18, 5), .send)]),
        Scene(
            "katell.quimsonge", .lesion, FictionalPatient("Bodconte", "Germaine", "07/10/1931", .female), .priority,
            question: "Croûte épaisse de l’oreille qui s’étend : peut-on l’enlever ici, ou faut-il la transporter ?",
            context: "Démence évoluée, se lève peu. La famille préfère éviter un déplacement.",
            treatments: "Rispéridone, paracétamol.",
            form: .skin(
                "tumour", "ear", "half-year", side: "left", signs: ["change", "pain"], change: "S’étend vers la conque",
                size: 15),
            photos: .lesion,
            [
                Step(.hours(30), .send),
                Step(
                    .hours(22),
                    .add("La fille, personne de confiance, demande s’il existe un traitement sans chirurgie.")),
            ]),
        Scene(
            "brendan.guiroman", .lesion, FictionalPatient("Lanfable", "Sylvie", "19/01/1979", .female), .urgent,
            question: "Lésion noire sous l’ongle du pouce, remonte sur la peau : hématome ou mélanome de l’ongle ?",
            context: "Pas de traumatisme. La bande s’élargit vers la base, la peau à côté est colorée.",
            treatments: "Aucun.", wish: .takeOver,
            form: .skin(
                "tumour", "nail", "months", side: "right", signs: ["change"], change: "Bande qui s’élargit", size: 5),
            photos: .lesion, [Step(.hours(26), .send)]),
        Scene(
            "goulven.pendecor", .eruption, FictionalPatient("Coatnouvelle", "Élodie", "25/03/1988", .female),
            question: "Plaques rouges du visage aggravées par une crème à la cortisone : comment l’arrêter ?",
            context: "Crème prêtée par une amie, deux mois d’application. Brûle dès qu’elle espace.",
            form: .skin(
                "inflammatory", "face", "months", side: "both", signs: ["pain"], tried: "Bétaméthasone, deux mois"),
            photos: .plaque, [Step(.days(1, 15, 50), .send)]),
        Scene(
            "nina.locchapitre", .lesion, FictionalPatient("Penconte", "Robert", "12/06/1955", .male), .priority,
            question: "Lésion noire de la plante du pied, découverte au soin : mal perforant ou lésion à biopsier ?",
            context: "Diabétique. Sous une hyperkératose, zone noire irrégulière, sans douleur.",
            treatments: "Insuline. Aspirine.",
            form: .skin("tumour", "foot", "unknown", side: "left", size: 10), photos: .lesion,
            [
                Step(.days(2, 9, 30), .send),
                Step(Experts.coordinator.login, .days(1, 9, 5), .assign(Experts.east[2].login)),
            ]),
    ]
}
