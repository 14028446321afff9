import EssaimDocuments

/// Plainly fictional reports, from the shortest to the worst.
enum Samples {
    /// The ordinary report: a short question, a short answer, one page.
    static var short: ConsultationReport {
        ConsultationReport(
            network: .init(
                name: "Équipe de soins spécialisés Démonstration",
                contact: "02 00 00 00 00 · contact@ess-demonstration.example"),
            demand: "7K3M-QX2P",
            issuedAt: "samedi 21 novembre 2026 à 14 h 20", issuedAtMilliseconds: 1_795_267_200_000,
            patient: .init(
                birthName: "EXEMPLE", usedName: "FICTIF", givenName: "Éloïse", sex: "Féminin", birthDate: "3 mars 1959",
                age: "67 ans", identityStatus: "validée"),
            requester: .init(
                name: "Dr Noé Modèle", profession: "Médecin généraliste", rpps: "10009999999",
                structure: "Maison de santé du Modèle", commune: "Saint-Exemple"),
            experts: [
                .init(
                    name: "Dr Anne Essai", profession: "Médecin, dermatologie et vénéréologie", rpps: "10008888888",
                    structure: "Cabinet de l’Essai", commune: "Ville-Fictive")
            ],
            question: .init(
                text: "Lésion pigmentée de l’épaule gauche, 9 mm, modifiée depuis trois mois : faut-il la retirer ?",
                context: "Phototype II. Pas d’antécédent de mélanome. Œdème absent, pas de saignement.",
                treatments: "Apixaban 5 mg × 2 par jour. Pas d’allergie connue.",
                attachments: [
                    .init(name: "photo-1.jpg", taken: "prise le 19 novembre 2026", kind: "Photographie"),
                    .init(name: "dermoscopie.jpg", taken: "prise le 19 novembre 2026", kind: "Dermoscopie"),
                ]),
            answer: .init(
                at: "samedi 21 novembre 2026 à 14 h 18", orientation: "Consultation rapide, sous 15 jours",
                text: """
                    Lésion asymétrique de 9 mm avec voile bleu-blanc : un mélanome ne peut pas être écarté. \
                    Exérèse complète à prévoir ; ne pas biopsier.

                    Le rendez-vous est proposé directement à la patiente par notre secrétariat.
                    """,
                limits: "Photographie large un peu floue ; la dermoscopie est de bonne qualité.",
                seeBefore: "5 décembre 2026"),
            course: .init(
                urgency: "Prioritaire, sous 48 h", sentAt: "vendredi 20 novembre 2026 à 9 h 05",
                takenAt: "samedi 21 novembre 2026 à 13 h 50", promisedAt: "22 novembre 2026 à 9 h 05"),
            consent: "La patiente, informée oralement par le Dr Modèle le 20 novembre 2026, a donné son accord.",
            acts: [
                .init(code: "TE2", professional: "Dr Anne Essai", amount: "23,00 €", date: "21 novembre 2026"),
                .init(code: "RQD", professional: "Dr Noé Modèle", amount: "10,00 €", date: "21 novembre 2026"),
            ],
            incidents: "Aucun incident technique signalé")
    }

    /// Everything at once: several experts, a junior and a senior, exchanges, a form, an erratum, long texts.
    static var long: ConsultationReport {
        var report = short
        report.version = 3
        report.replaces = 2
        report.answer.gravity = "Suspicion de cancer"
        report.patient.matricule = "2 59 03 99 999 999 37"
        report.patient.matriculeNature = "test"
        report.patient.identityStatus = "qualifiée"
        report.experts.append(
            .init(
                name: "Pr Ivan Échantillon", profession: "Médecin, oncologie", rpps: "10007777777",
                structure: "Centre hospitalier du Modèle", finess: "990000001", commune: "Ville-Fictive"))
        report.validatedBy = .init(
            name: "Pr Ivan Échantillon", profession: "Médecin, oncologie", rpps: "10007777777")
        report.familyDoctor = .init(
            name: "Dr Paul Gabarit", profession: "Médecin généraliste", rpps: "10006666666", commune: "Saint-Exemple")
        report.question.context = repeated("Contexte : lésion suivie depuis 2019, stable (≤ 6 mm) puis ≥ 9 mm. ", 4000)
        report.question.form = (1...18).map {
            .init(
                label: $0 % 5 == 0
                    ? "Depuis quand la lésion a-t-elle changé de taille ou de couleur ?" : "Critère \($0)",
                value: $0 % 4 == 0 ? repeated("Évolution lente, prurit modéré. ", 220) : "Oui")
        }
        report.course.exchanges = (1...6).map {
            .init(
                at: "samedi 21 novembre 2026 à 1\($0) h 0\($0)",
                author: $0 % 2 == 0 ? "Dr Noé Modèle" : "Dr Anne Essai",
                kind: $0 % 2 == 0 ? "Information donnée" : "Information demandée",
                text: "Échange \($0). " + repeated("La lésion saigne-t-elle au contact ? Non, jamais. ", 260))
        }
        report.answer.text = repeated(
            "L’œil nu retrouve une asymétrie ; à la dermoscopie, voile bleu-blanc. « Exérèse à réaliser sous 15 jours » : "
                + "marge de 2 mm, coût 20 €, Σ ≥ 3. ", 8000)
        report.answer.prescriptions = "Désonide crème 0,1 %, une application par jour pendant 7 jours."
        report.errata = [
            .init(
                at: "dimanche 22 novembre 2026 à 8 h 10", author: "Dr Anne Essai",
                text: "Lire « épaule droite » au lieu de « épaule gauche ».")
        ]
        return report
    }

    /// Texts that want to break something: overrides, controls, markup, PDF operators, emoji, endless words.
    static var hostile: ConsultationReport {
        var report = short
        let zalgo = "Z\u{0335}\u{0321}\u{0348}\u{034D}a\u{0334}\u{0300}\u{0316}l\u{0338}\u{0301}\u{0317}go"
        let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"
        report.network.name = "Réseau <b>&amp;</b> \u{202E}tserO \(String(repeating: "très ", count: 80))long"
        report.demand = "7K3M)>> endobj"
        report.patient.birthName = String(repeating: "DE-LA-TRÈS-LONGUE-LIGNÉE ", count: 20)
        report.patient.givenName = "\u{202E}esiolÉ\u{202C} \u{05D0}\u{05D1}\u{05D2} \u{0627}\u{0628}"
        report.patient.sex = "\u{0}\u{1}\u{7F}\u{9F}"
        report.question.text =
            "(\\) Tj ET Q endstream endobj %%EOF <</JS(app.alert(1))>> ${7*7} '; DROP TABLE \u{0}\u{7}"
        report.question.context =
            "\(family) \u{1F44D}\u{1F3FD} \u{1F1EB}\u{1F1F7} \u{6F22}\u{5B57} \(zalgo) \u{FDFA} \u{10FFFF}\u{E000}"
        report.question.treatments = String(repeating: "anticonstitutionnellement", count: 300)
        report.question.form = [
            .init(
                label: String(repeating: "W", count: 500),
                value: "e\u{301}le\u{300}ve, A\u{30A}ngstro\u{308}m, \u{FB01}n")
        ]
        report.question.attachments = [
            .init(
                name: "../../etc/passwd\u{202E}gpj.exe" + String(repeating: "x", count: 300),
                taken: "\u{2028}\u{2029}\r\n\t")
        ]
        report.answer.text =
            String(repeating: "\n", count: 3000) + "« a » ; b : c ? d ! » € % °"
            + String(repeating: "\u{200B}", count: 500)
        report.answer.limits = String(repeating: "\u{0301}", count: 2000)
        report.course.exchanges = [.init(at: "", author: "", text: "]]><x:xmpmeta>?><?xpacket end=\"w\"?>")]
        return report
    }

    /// Nothing but what cannot be left out.
    static var empty: ConsultationReport {
        ConsultationReport(
            network: .init(name: ""), demand: "", issuedAt: "", issuedAtMilliseconds: 0,
            patient: .init(birthName: "", givenName: "", sex: "", birthDate: "", identityStatus: ""),
            requester: .init(name: ""), experts: [], question: .init(text: ""),
            answer: .init(at: "", orientation: "", text: ""), course: .init(urgency: "", sentAt: "", takenAt: ""),
            consent: "", incidents: "")
    }

    private static func repeated(_ sentence: String, _ length: Int) -> String {
        String(String(repeating: sentence, count: length / sentence.count + 1).prefix(length))
    }
}
