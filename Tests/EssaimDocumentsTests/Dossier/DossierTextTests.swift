import EssaimDocuments
import Testing

@Suite struct DossierTextTests {
    @Test func `a reader finds all that the demand holds, in its order`() throws {
        let bytes = try DossierSamples.answered.document(DossierSamples.files).bytes
        let text = try PDFReading.text(bytes)
        var rest = text[...]
        for sentence in [
            "Dossier de la demande 7K3M-QX2P", "Établi le samedi 21 novembre 2026 à 14 h 20",
            "Patient", "Nom de naissance EXEMPLE", "3 mars 1959 (67 ans)", "Professionnels", "Dr Noé Modèle",
            "Adressée à Dermatologie · lésion pigmentée", "État Répondue",
            "Urgence Prioritaire, sous 48 h · réponse avant le 22 novembre 2026 à 9 h 05",
            "Envoyée vendredi 20 novembre 2026 à 9 h 05", "Prise en charge samedi 21 novembre 2026 à 13 h 50",
            "Question Lésion pigmentée de l’épaule gauche", "Éléments transmis", "Contexte Phototype II.",
            "Traitements et allergies Apixaban", "Localisation Épaule gauche", "Plus grand diamètre 9 mm",
            "Consentement La patiente, informée", "Échanges", "Dr Anne Essai · précision demandée",
            "La lésion saigne-t-elle", "Avis",
            "Version 2 · samedi 21 novembre 2026 à 14 h 18 · Dr Anne Essai · validée par Pr Ivan Échantillon",
            "Consultation rapide, sous 15 jours", "À voir avant le 5 décembre 2026", "Lésion asymétrique",
            "Version antérieure, remplacée", "Version 1 · samedi 21 novembre 2026 à 14 h 04",
            "Consultation programmée, sous 3 mois", "Images", "Centrée image 1/6",
            "photo-1.jpg · prise le 19 novembre 2026", "Image non destinée au diagnostic primaire", "Large image 2/6",
            "Dermoscopie image 3/6", "dermoscopie.jpg · date de prise inconnue", "courrier.pdf · page 2/3",
            "courrier.pdf · page 3/3", "Image non destinée au diagnostic primaire", "Pièces jointes",
            "Nom du fichier Nature Taille Prise le Ajoutée", "photo-1.jpg Photographie 412 Ko 19 novembre 2026",
            "SHA-256 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186",
            "dermoscopie.jpg Photographie 412 Ko –", "courrier.pdf PDF, 3 pages", "SHA-256 non relevée",
            "photo-floue.jpg Photographie",
            "Retirée le 20 novembre 2026 à 9 h 12 par Dr Noé Modèle · motif : photographie floue, reprise",
        ] {
            guard let found = rest.firstRange(of: sentence) else {
                Issue.record("\(sentence) is not there, or not in its place")
                continue
            }
            rest = rest[found.upperBound...]
        }
        #expect(!text.contains("□"))
    }

    @Test func `each page says whose dossier it is, which demand, when it was made, and its number`() throws {
        let bytes = try DossierSamples.answered.document(DossierSamples.files).bytes
        let count = try PDFReading.pageCount(bytes)
        #expect(count == 9)
        for page in 1...count {
            let text = try PDFReading.text(bytes, page: page)
            #expect(text.contains("EXEMPLE Éloïse (nom utilisé : FICTIF)"))
            #expect(text.contains("Dossier établi le samedi 21 novembre 2026 à 14 h 20."))
            #expect(text.contains("Demande 7K3M-QX2P · \(page)/\(count)"))
        }
    }

    @Test func `a demand without answer, images and files says so in words`() throws {
        var dossier = DossierSamples.with(0)
        dossier.opinions = []
        dossier.pieces = []
        dossier.course.exchanges = []
        let text = try PDFReading.text(try dossier.document([]).bytes)
        #expect(text.contains("Avis Aucun avis n’a été rendu à ce jour."))
        #expect(text.contains("Pièces jointes Aucune pièce n’a été jointe."))
        for absent in ["Images", "Échanges", "Réponse envoyée", "SHA-256", "Version"] {
            #expect(!text.contains(absent), "\(absent) stands alone")
        }
    }

    @Test func `an image that cannot be shown leaves its place to a sentence and is named to the caller`() throws {
        let files = [
            JPEGSample(width: 16, height: 16, components: 4).bytes, JPEGSample(width: 640, height: 480).bytes,
            Array("%PDF-1.7".utf8), [],
        ]
        let document = try DossierSamples.with(4).document(files)
        #expect(
            document.refusals == [
                .init(picture: 0, fault: .components(4)), .init(picture: 2, fault: .cut),
                .init(picture: 3, fault: .cut),
            ])
        let text = try PDFReading.text(document.bytes)
        #expect(text.contains("Cette image ne peut pas être reproduite ici (couleurs d’imprimerie, CMJN)."))
        #expect(text.contains("Cette image ne peut pas être reproduite ici (fichier incomplet)."))
        #expect(text.split(separator: " ").filter { $0 == "primaire" }.count == 1)
        #expect(try PageReading.images(document.bytes).map(\.width) == [640])
        #expect(!document.bytes.contains(files[0]))
    }

    @Test func `what the file says of itself names the demand and not the patient`() throws {
        let raw = String(decoding: try DossierSamples.with(0).document([]).bytes, as: UTF8.self)
        #expect(raw.contains("<rdf:li xml:lang=\"x-default\">Dossier de la demande 7K3M-QX2P</rdf:li>"))
        #expect(!raw.contains("EXEMPLE") && !raw.contains("004500580045004D0050004C0045"))
    }
}
