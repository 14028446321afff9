/// Every page in every state, from samples: what tests read and what is looked at.
enum SampleGallery {
    static var pages: [(name: String, bytes: [UInt8])] {
        [
            ("connexion", LoginView(.sample, in: .anonymousSample).rendered()),
            ("connexion-refusee", LoginView(.refusedSample, in: .anonymousSample).rendered()),
            ("session-expiree", LoginView(.resumedSample, in: .anonymousSample).rendered()),
            ("demo", PersonasView(.sample, in: .demonstrationSample).rendered()),
            ("demandes", WorklistView(.sample, in: .sample).rendered()),
            ("demandes-envoyees", WorklistView(.askerSample, in: .sample(notice: sentNotice)).rendered()),
            ("demandes-vides", WorklistView(.emptySample, in: .sample).rendered()),
            ("nouvelle", OffersView(.sample, in: .sample).rendered()),
            ("brouillon", DraftView(.sample, in: .sample).rendered()),
            ("brouillon-vierge", DraftView(.blankSample, in: .sample).rendered()),
            ("brouillon-fautes", DraftView(.faultySample, in: .sample).rendered()),
            ("alerte", RedFlagView(.sample, in: .sample).rendered()),
            ("verifier", SummaryView(.sample, in: .sample).rendered()),
            ("verifier-manque", SummaryView(.missingSample, in: .sample).rendered()),
            ("demande-a-prendre", RequestView(.toTakeSample, in: .sample).rendered()),
            ("demande", RequestView(.sample, in: .sample).rendered()),
            ("demande-repondue", RequestView(.answeredSample, in: .sample).rendered()),
            ("demande-declinee", RequestView(.declinedSample, in: .sample).rendered()),
            ("demande-urgence", RequestView(.emergencySample, in: .sample).rendered()),
            ("acces", TrailView(.sample, in: .sample).rendered()),
            ("acces-calme", TrailView(.quietSample, in: .sample).rendered()),
            ("acces-urgence", EmergencyView(.sample, in: .sample).rendered()),
            ("acces-urgence-fautes", EmergencyView(.faultySample, in: .sample).rendered()),
            ("acces-urgence-trop", EmergencyView(.tooOftenSample, in: .sample).rendered()),
            ("journal", JournalView(.sample, in: .keeperSample).rendered()),
            ("journal-vide", JournalView(.emptySample, in: .keeperSample).rendered()),
            ("repondre", ReplyView(.sample, in: .sample).rendered()),
            ("repondre-fautes", ReplyView(.faultySample, in: .sample).rendered()),
            ("conflit", ConflictView(.sample, in: .sample).rendered()),
            ("introuvable", FaultView(.notFound, in: .sample).rendered()),
            ("erreur", FaultView(.sample, in: .anonymousSample).rendered()),
            ("reprise", ResumeView(.sample, in: .sample).rendered()),
            ("style", StyleView((), in: .sample).rendered()),
        ]
    }

    private static let sentNotice = Notice(
        .done, "Demande envoyée. Réponse attendue demain avant 14 h 20.",
        undo: Notice.Undo(title: "Annuler la demande", path: .act("sample", "annuler"), seal: .sample))
}
