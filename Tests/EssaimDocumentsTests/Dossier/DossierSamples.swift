import EssaimDocuments

/// Plainly fictional dossiers.
enum DossierSamples {
    /// One that was answered twice, with photographs, a letter of three pages and a file that was withdrawn.
    static var answered: Dossier {
        let report = Samples.short
        var dossier = Dossier(
            network: report.network, demand: report.demand, status: "Répondue", madeAt: report.issuedAt,
            madeAtMilliseconds: report.issuedAtMilliseconds, patient: report.patient, requester: report.requester,
            experts: report.experts, line: "Dermatologie · lésion pigmentée", question: report.question.text,
            context: report.question.context, treatments: report.question.treatments,
            form: [
                .init(label: "Localisation", value: "Épaule gauche"),
                .init(label: "Plus grand diamètre", value: "9 mm"),
                .init(label: "Depuis quand la lésion a-t-elle changé de taille ou de couleur ?", value: "Trois mois"),
            ],
            consent: report.consent, course: report.course)
        dossier.course.exchanges = [
            .init(
                at: "samedi 21 novembre 2026 à 13 h 55", author: "Dr Anne Essai", kind: "précision demandée",
                text: "La lésion saigne-t-elle au contact ?"),
            .init(
                at: "samedi 21 novembre 2026 à 14 h 02", author: "Dr Noé Modèle", kind: "précision donnée",
                text: "Non, jamais. La patiente ne l’a pas vue grandir elle-même."),
        ]
        var earlier = report.answer
        earlier.at = "samedi 21 novembre 2026 à 14 h 04"
        earlier.orientation = "Consultation programmée, sous 3 mois"
        earlier.text = "Lésion à revoir en consultation."
        dossier.opinions = [
            .init(version: 1, author: "Dr Anne Essai", answer: earlier),
            .init(version: 2, author: "Dr Anne Essai", validatedBy: "Pr Ivan Échantillon", answer: report.answer),
        ]
        let taken = "prise le 19 novembre 2026"
        dossier.pictures = [
            .init(label: "Centrée", name: "photo-1.jpg", taken: taken),
            .init(label: "Large", name: "photo-2.jpg", taken: taken),
            .init(label: "Dermoscopie", name: "dermoscopie.jpg", taken: "date de prise inconnue"),
            .init(label: "Courrier", name: "courrier.pdf", page: .init(1, of: 3)),
            .init(label: "Courrier", name: "courrier.pdf", page: .init(2, of: 3)),
            .init(label: "Courrier", name: "courrier.pdf", page: .init(3, of: 3)),
        ]
        dossier.pieces = [
            piece("photo-1.jpg", "Photographie", 1), piece("photo-2.jpg", "Photographie", 2),
            piece("dermoscopie.jpg", "Photographie", 3), piece("courrier.pdf", "PDF, 3 pages", 4),
            piece("photo-floue.jpg", "Photographie", 5),
        ]
        dossier.pieces[2].taken = ""
        dossier.pieces[3].taken = ""
        dossier.pieces[3].digest = []
        dossier.pieces[4].withdrawal = .init(
            at: "20 novembre 2026 à 9 h 12", by: "Dr Noé Modèle", reason: "photographie floue, reprise")
        return dossier
    }

    /// The files of `answered`: landscape, portrait held on its side, grey, three upright sheets.
    static var files: [[UInt8]] {
        [
            JPEGSample(width: 1600, height: 1200).bytes,
            JPEGSample(width: 1600, height: 1200, isProgressive: true, orientation: 6).bytes,
            JPEGSample(width: 1000, height: 1000, components: 1).bytes,
        ] + (0..<3).map { _ in JPEGSample(width: 1240, height: 1754, mean: JPEGSample.letter).bytes }
    }

    /// `answered` with so many pictures and none of its own.
    static func with(_ count: Int) -> Dossier {
        var dossier = answered
        dossier.pictures = (0..<count).map { .init(label: "Vue \($0 + 1)", name: "vue-\($0 + 1).jpg") }
        return dossier
    }

    /// Texts that want to break something, everywhere.
    static func wild(_ seed: UInt64) -> Dossier {
        var texts = WildTexts(seed: seed &+ 5000)
        let report = Samples.wild(seed)
        var dossier = Dossier(
            network: report.network, demand: texts.next(20), status: texts.next(20), madeAt: texts.next(40),
            madeAtMilliseconds: report.issuedAtMilliseconds, patient: report.patient, requester: report.requester,
            line: texts.next(60), question: texts.next(400), context: texts.next(600), treatments: texts.next(90),
            form: report.question.form, consent: texts.next(200), course: report.course)
        dossier.opinions = (0..<seed % 4).map {
            .init(version: Int($0), author: texts.next(60), validatedBy: texts.next(60), answer: report.answer)
        }
        dossier.pictures = (0..<seed % 5).map { _ in
            .init(
                label: texts.next(200), name: texts.next(300), taken: texts.next(60), page: .init(.min, of: .max))
        }
        dossier.pieces = (0..<seed % 3).map { _ in
            .init(
                name: texts.next(300), kind: texts.next(60), size: texts.next(20), taken: texts.next(60),
                addedBy: texts.next(200), addedAt: texts.next(60), digest: [1, 2],
                withdrawal: .init(at: texts.next(60), by: texts.next(60), reason: texts.next(400)))
        }
        return dossier
    }

    private static func piece(_ name: String, _ kind: String, _ digest: UInt8) -> Dossier.Piece {
        .init(
            name: name, kind: kind, size: "412 Ko", taken: "19 novembre 2026", addedBy: "Dr Noé Modèle",
            addedAt: "20 novembre 2026 à 9 h 05", digest: (0..<32).map { $0 &* 37 &+ digest &* 11 })
    }
}

extension Dossier {
    /// The whole document in memory, and what it could not hold.
    func document(_ files: [[UInt8]]) throws -> (bytes: [UInt8], refusals: [Refusal]) {
        var bytes: [UInt8] = []
        let refusals = try write(jpeg: { files[$0] }, to: { bytes += $0 })
        return (bytes, refusals)
    }
}
