import EssaimDomain

/// What the page says after an act, by the word that its address carries. Unknown words say nothing.
enum DoneWords {
    private static let sentences: [String: String] = [
        "enregistrer": "Brouillon enregistré.",
        "abandonner": "Brouillon supprimé.",
        "envoyer": "Demande envoyée. La réponse arrivera dans « À lire ».",
        "prendre": "Vous avez pris cette demande.",
        "ecarter": "La demande reste pour vos collègues. Elle n’est plus dans votre liste.",
        "liberer": "La demande est de nouveau à prendre. Votre brouillon d’avis est gardé.",
        "demander-precision": "Question envoyée. Le délai s’arrête jusqu’à la réponse.",
        "preciser": "Précision envoyée. Le délai reprend.",
        "ajouter": "Ajouté à la demande.",
        "annuler": "Demande annulée.",
        "decliner": "Demande déclinée. Le demandeur lit votre motif.",
        "repondre": "Avis envoyé. Le compte rendu est en cours d’édition.",
        "valider": "Avis validé et envoyé.",
        "soumettre": "Avis soumis au sénior.",
        "brouillon": "Brouillon d’avis enregistré.",
        "amender": "Nouvelle version envoyée. Elle annule et remplace la précédente.",
        "erratum": "Erratum envoyé.",
        "lu": "Réponse marquée comme lue.",
        "patient-informe": "Noté : le patient est informé.",
        "question": "Question envoyée à l’expert.",
        "clore": "Demande close. Merci pour le retour.",
        "fait-nouveau": "Fait nouveau ajouté.",
        "reorienter": "Demande réorientée.",
        "attribuer": "Demande proposée à cet expert. Elle attend qu’il la prenne.",
        "urgence": "Urgence modifiée.",
        "corriger-identite": "Identité corrigée. L’expert la voit, le compte rendu est réédité.",
        "retirer-photo": "Photo retirée.",
        "lever": "Limite levée. Cette personne peut de nouveau ouvrir des dossiers.",
        "lier": "Demande liée ouverte en brouillon.",
    ]

    static func notice(_ word: String) -> Notice? { sentences[word].map { Notice(.done, $0.frenchSpaced) } }
}
