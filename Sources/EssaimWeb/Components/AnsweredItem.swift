/// One question of the specialty's form with its answer in words.
struct AnsweredItem: Sendable {
    var label: String
    var value: String
    /// The part of the form that it stands in; empty for none.
    var group: String = ""
    /// Bears on the decision: shown first and strong.
    var matters: Bool = false

    static let samples = [
        AnsweredItem(label: "Suspicion", value: "Tumeur", matters: true),
        AnsweredItem(label: "Siège", value: "Dos, sous l’omoplate gauche", matters: true),
        AnsweredItem(label: "Depuis", value: "4 mois, change depuis 6 semaines", matters: true),
        AnsweredItem(label: "Saignement", value: "Oui, sans frottement", matters: true),
        AnsweredItem(label: "Taille", value: "9\u{A0}×\u{A0}7\u{A0}mm", matters: true),
        AnsweredItem(label: "Côté", value: "Gauche"),
        AnsweredItem(label: "Phototype", value: "II", group: "Terrain"),
        AnsweredItem(label: "Cancer de la peau dans la famille", value: "Mère, mélanome à 60 ans", group: "Terrain"),
        AnsweredItem(label: "Anticoagulant", value: "Non", group: "Terrain"),
    ]
}
