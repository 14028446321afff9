import EssaimDocuments
import Testing

@Suite struct ReportTextTests {
    @Test func `an ordinary report holds on one page`() throws {
        #expect(try PDFReading.pageCount(try Samples.short.rendered()) == 1)
    }

    @Test func `a reader finds in the text all that the law wants kept`() throws {
        let text = try PDFReading.text(try Samples.long.rendered())
        for sentence in [
            "Compte rendu de téléexpertise", "Demande 7K3M-QX2P", "version 3", "Annule et remplace la version 2",
            "Émis le samedi 21 novembre 2026 à 14 h 20", "EXEMPLE Éloïse (nom utilisé : FICTIF)",
            "3 mars 1959 (67 ans)",
            "2 59 03 99 999 999 37 · test", "identité qualifiée", "Requérant", "Dr Noé Modèle", "RPPS 10009999999",
            "Dr Anne Essai", "Réponse validée par", "Pr Ivan Échantillon", "FINESS 990000001", "Médecin traitant",
            "Dr Paul Gabarit", "faut-il la retirer ?", "Consultation rapide, sous 15 jours",
            "À voir avant le 5 décembre 2026", "Gravité : Suspicion de cancer", "L’œil nu retrouve une asymétrie",
            "coût 20 €", "Σ ≥ 3",
            "Prescriptions : Désonide crème 0,1 %", "Limites de l’avis : Photographie large", "≤ 6 mm",
            "Apixaban 5 mg × 2 par jour", "Critère 18", "dermoscopie.jpg · Dermoscopie · prise le 19 novembre 2026",
            "Dr Noé Modèle · Information donnée", "Échange 6.", "vendredi 20 novembre 2026 à 9 h 05",
            "réponse avant le 22 novembre 2026 à 9 h 05", "samedi 21 novembre 2026 à 13 h 50",
            "a donné son accord", "Aucun incident technique signalé", "TE2", "23,00 €", "RQD", "10,00 €",
            "Erratum · dimanche 22 novembre 2026 à 8 h 10 · Dr Anne Essai",
            "Lire « épaule droite » au lieu de « épaule gauche ».",
        ] {
            #expect(text.contains(sentence), "\(sentence) is not in the text")
        }
        #expect(!text.contains("□"))
    }

    @Test func `each page says whose report it is, which demand, and its number`() throws {
        let bytes = try Samples.long.rendered()
        let count = try PDFReading.pageCount(bytes)
        try #require(count >= 3)
        for page in 1...count {
            let text = try PDFReading.text(bytes, page: page)
            #expect(text.contains("EXEMPLE Éloïse (nom utilisé : FICTIF)"))
            #expect(text.contains("naissance le 3 mars 1959 (67 ans) · Féminin · identité qualifiée"))
            #expect(text.contains("Équipe de soins spécialisés Démonstration"))
            #expect(text.contains("Compte rendu de téléexpertise"))
            #expect(text.contains("Demande 7K3M-QX2P · page \(page)/\(count)"))
            #expect(text.contains("Document conservé tel qu’émis le samedi 21 novembre 2026 à 14 h 20."))
        }
    }

    @Test func `an answer of eight thousand characters is printed whole`() throws {
        var report = Samples.short
        let words = (1...1000).map { "mot\($0)" }
        report.answer.text = words.joined(separator: " ")
        try #require(report.answer.text.count > 6800)
        let text = try PDFReading.text(try report.rendered()).split(separator: " ").map(String.init)
        let printed = Set(text)
        #expect(words.allSatisfy(printed.contains))
    }

    /// A field that says nothing, empty or made of what cannot be seen, and the label that must go with it.
    @Test(arguments: ["", "  ", "\u{0}\u{7}", "\u{200B}\u{202E}", "\n\n"])
    func `a field without a text leaves no label`(nothing: String) throws {
        var report = Samples.short
        report.patient.usedName = nothing
        report.patient.matricule = nothing
        report.question.context = nothing
        report.answer.limits = nothing
        report.answer.seeBefore = nothing
        report.answer.gravity = nothing
        report.requester.rpps = nothing
        report.experts[0].rpps = nothing
        report.course.promisedAt = nothing
        let text = try PDFReading.text(try report.rendered())
        for label in [
            "Nom utilisé", "nom utilisé", "Matricule", "Contexte", "Limites", "À voir avant", "Gravité", "RPPS",
            "réponse avant",
            "Annule et remplace", "Erratum", "Validé", "Médecin traitant", "Échanges", "FINESS", "□",
        ] {
            #expect(!text.contains(label), "\(label) stands alone")
        }
        #expect(text.contains("Traitements et allergies"))
    }

    @Test func `a report with lost characters says so`() throws {
        var report = Samples.short
        report.answer.text = "Très bien \u{1F600}"
        let text = try PDFReading.text(try report.rendered())
        #expect(text.contains("Très bien □"))
        #expect(text.contains("□ tient la place d’un caractère que ce document ne peut pas imprimer"))
    }
}
