import EssaimDomain

/// Phrases of the house, offered to be copied and then changed: what limits an opinion at a distance, and what to do next.
enum HousePhrases {
    static let all: [Phrase.Content] = [
        phrase(
            "limite", "Limites d’un avis sur photographie",
            """
            Avis donné sur photographies, sans examen ni palpation : il ne remplace pas l’examen du patient si l’évolution \
            n’est pas celle qui est attendue.
            """),
        phrase(
            "floue", "Photographie insuffisante",
            "Les photographies ne permettent pas de conclure : netteté insuffisante sur la lésion elle-même."),
        phrase(
            "revoir", "Quand redemander un avis",
            """
            Redemander un avis, avec de nouvelles photographies, si la lésion grandit, change de couleur ou de relief, \
            saigne ou devient douloureuse.
            """),
        phrase(
            "exerese", "Exérèse complète",
            """
            Exérèse complète de la lésion, avec une marge de 2 mm, sans biopsie partielle. Pièce orientée, envoyée en \
            anatomopathologie avec les photographies et la suspicion clinique.
            """),
        phrase(
            "surveil", "Surveillance par photographies",
            """
            Surveillance : photographie de la lésion avec un repère de taille dans trois mois, même lumière, même \
            distance. Si elle est inchangée, surveillance habituelle.
            """),
        phrase(
            "soleil", "Protection solaire",
            """
            Protection solaire : éviter l’exposition entre 12 h et 16 h, vêtements couvrants et chapeau, crème d’indice 50 \
            sur les zones découvertes. Examen de toute la peau une fois par an.
            """),
        phrase(
            "secours", "Signes qui ne doivent pas attendre",
            """
            Fièvre, bulles, décollement de la peau, atteinte des muqueuses ou extension rapide : appeler le 15 sans \
            attendre.
            """),
    ]

    private static func phrase(_ shortcut: String, _ title: String, _ text: String) -> Phrase.Content {
        Phrase.Content(shortcut: shortcut, title: title.frenchSpaced, text: text.frenchSpaced)
    }
}
