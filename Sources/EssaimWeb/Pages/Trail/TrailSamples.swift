import EssaimDomain

extension TrailModel {
    private static let now = PageClock.sample.now

    static let sample = TrailModel(
        number: "7K3M-QX2P", patient: .sample, structure: "Cabinet médical du Port, Lannion",
        request: .request("sample"),
        emergencies: [
            Emergency(
                who: "Dr Anne Riou", profession: "dermatologue", at: now - .hours(2), until: now - .hours(1),
                reason: "Patiente aux urgences de Rennes, saignement de la lésion, avis déjà demandé dans le réseau.")
        ],
        lines: [
            Line(
                at: now - .seconds(40), who: "Dr Claire Morvan", profession: "médecin", role: "structure qui demande",
                what: "a lu la demande", place: "192.0.2.14", seal: SealModel()),
            Line(
                at: now - .minutes(12), who: "Dr Hervé Le Goff", profession: "dermatologue", role: "expert en charge",
                what: "a ouvert le compte rendu, version 1", place: "198.51.100.7", seal: SealModel(number: 1236)),
            Line(
                at: now - .hours(2), who: "Dr Anne Riou", profession: "dermatologue", role: "accès d’urgence",
                what: "a regardé une photographie", place: "203.0.113.9", seal: SealModel(number: 1235)),
            Line(
                at: now - .hours(3), who: "Dr Hervé Le Goff", profession: "dermatologue", role: "expert du pool",
                what: "a pris la demande", seal: SealModel(number: 1234)),
            Line(
                at: now - .hours(4), who: "Sophie Guillou", profession: "équipe du réseau",
                role: "coordination du réseau", what: "accès refusé\u{A0}: trop de dossiers ouverts en peu de temps",
                place: "192.0.2.14", seal: SealModel(number: 987), isRefused: true),
            Line(at: now - .hours(5), who: "Essaim", role: "Essaim", what: "a relancé", seal: SealModel(number: 3)),
        ], next: .trail("sample", before: "1795440000000-e1"), first: .trail("sample"))

    static let quietSample = TrailModel(
        number: "7K3M-QX2P", patient: .sample, structure: "Cabinet médical du Port, Lannion",
        request: .request("sample"), lines: Array(sample.lines.prefix(1)))
}
