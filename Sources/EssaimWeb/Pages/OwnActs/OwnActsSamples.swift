import EssaimDomain

extension OwnActsModel {
    private static let now = PageClock.sample.now

    static let sample = OwnActsModel(
        tab: .open,
        cards: [
            Card(
                id: "a1", code: "RQD", amount: "10,00\u{A0}€", title: "Rozenn Kerconte, demande 7K3M-QX2P",
                at: now - .days(6), request: .request("sample"), lines: lines("a1", "RQD", "10,00\u{A0}€", nir: ""),
                warnings: [
                    "Le nombre permis de RQD par an et par patient n’est pas connu\u{A0}: vérifiez."
                ], known: "Aucun RQD connu d’Essaim cette année pour ce patient.", seal: .sample, asksNumber: true,
                typedNumber: "2 58 08 22 113 042 10",
                numberFault: "La clé ne correspond pas\u{A0}: vérifiez les 2\u{A0}derniers chiffres, puis les autres."),
            Card(
                id: "a2", code: "TE2", amount: "23,00\u{A0}€", title: "Malo Fabulen, demande 0B7H-23KM",
                at: now - .hours(2), request: .request("sample"),
                lines: lines("a2", "TE2", "23,00\u{A0}€", nir: "1 71 02 56 260 014 30"),
                warnings: [
                    "2\u{A0}actes TE2 sont connus d’Essaim cette année pour ce patient\u{A0}: le nombre permis est 2."
                ],
                known:
                    "2\u{A0}TE2 connus d’Essaim cette année pour ce patient, sur 2 permis. Pas encore versé au dossier.",
                seal: .sample),
        ], next: .ownActs([(OwnActField.after, "1795440000000-a2")]))

    static let markedSample = OwnActsModel(
        tab: .marked,
        rows: [
            Row(
                id: "a3", at: now - .days(9), code: "TE2", amount: "23,00\u{A0}€",
                patient: "Kerconte Rozenn 12/08/1958",
                counterpart: "Dr Claire Kerfable", state: "Coté, 20/11/2026 09:12", undo: .sample),
            Row(
                id: "a4", at: now - .days(12), code: "RQD", amount: "10,00\u{A0}€", patient: "Fabulen Malo 03/02/1971",
                counterpart: "Dr Hervé Kerfictif", state: "Écarté\u{A0}: acte gratuit", undo: .sample),
        ], first: .ownActs([(OwnActField.view, "cotes")]))

    static let daySample = OwnActsModel(
        tab: .day,
        rows: [
            Row(
                id: "a5", at: now - .hours(3), code: "TE2", amount: "23,00\u{A0}€",
                patient: "Kerconte Rozenn 12/08/1958",
                counterpart: "Dr Claire Kerfable", state: "À coter")
        ], day: "23/11/2026")

    static let emptySample = OwnActsModel(tab: .open)

    private static func lines(_ id: String, _ code: String, _ amount: String, nir: String) -> [Line] {
        [
            Line(id: "acte-\(id)", label: "Acte", value: code),
            Line(id: "montant-\(id)", label: "Montant", value: amount),
            Line(id: "date-\(id)", label: "Date de l’acte", value: "23/11/2026"),
            Line(id: "naissance-\(id)", label: "Nom de naissance", value: "Kerconte"),
            Line(id: "utilise-\(id)", label: "Nom utilisé", value: "Kerconte"),
            Line(id: "prenom-\(id)", label: "Prénom", value: "Rozenn"),
            Line(id: "ne-\(id)", label: "Date et rang de naissance", value: "12/08/1958 rang 1"),
            Line(
                id: "nir-lu-\(id)", label: "NIR de l’ouvrant droit, avec sa clé", value: nir,
                missing: nir.isEmpty ? "Il manque\u{A0}: donnez-le ci-dessous, il servira aux deux côtés." : ""),
            Line(id: "confrere-\(id)", label: "Requis", value: "Dr Hervé Kerfictif"),
            Line(
                id: "numero-\(id)", label: "Son numéro (AM ou FINESS)", value: nir.isEmpty ? "" : "221000001",
                missing: nir.isEmpty
                    ? "Il manque\u{A0}: demandez à Dr Hervé Kerfictif son numéro AM (9\u{A0}chiffres) ou le FINESS de sa "
                        + "structure. Les logiciels refusent le RPPS seul." : ""),
            Line(id: "exoneration-\(id)", label: "Exonération", value: "Téléexpertise, 100\u{A0}%, tiers payant"),
            Line(id: "facture-\(id)", label: "Type de facture", value: "SESAM sans Vitale, ou FSE dégradée"),
        ]
    }
}
