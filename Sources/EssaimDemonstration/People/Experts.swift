import EssaimDomain

/// The twenty-six who answer, by pool; the last of a list marked junior drafts what a senior validates.
enum Experts {
    static let west: [CastMember] = [
        .dermatologist("Hervé", "Kerfictif"), .dermatologist("Anne", "Tréfictif"),
        .dermatologist("Ronan", "Plouchimère"), .dermatologist("Gwenaëlle", "Kerlégende"),
        .dermatologist("Yves", "Lanmirage"), .dermatologist("Morgane", "Kersonge"),
        .dermatologist("Tanguy", "Guifable"), .dermatologist("Annick", "Coatroman"),
    ]
    static let westJunior: CastMember = .dermatologist("Riwal", "Kerexemple", .salaried)

    static let south: [CastMember] = [
        .dermatologist("Marie", "Trélégende"), .dermatologist("Corentin", "Kerchimère"),
        .dermatologist("Nolwenn", "Ploufiction"), .dermatologist("Jean-Yves", "Rosfable"),
        .dermatologist("Armelle", "Penroman"), .dermatologist("Goulven", "Locsonge"),
        .dermatologist("Bleuenn", "Quimfable"), .dermatologist("Malo", "Bodmirage"),
    ]

    /// Works for a hospital, whose office bills.
    static let hospitalDermatologist: CastMember = .dermatologist("Sterenn", "Coatfable", .salaried)

    static let east: [CastMember] = [
        .dermatologist("Françoise", "Kerroman"), .dermatologist("Gildas", "Tréchimère"),
        .dermatologist("Haude", "Landesonge"), .dermatologist("Padrig", "Guilégende"),
        hospitalDermatologist, .dermatologist("Tugdual", "Rosmirage"),
        .dermatologist("Viviane", "Kerthéâtre"), .dermatologist("Youenn", "Plouroman"),
    ]
    static let eastJunior: CastMember = .dermatologist("Zoé", "Trésonge", .salaried)

    /// The doctor who triages, and who watches over the network without being clinical.
    static let regulator: CastMember = .doctor("Paul", "Kerboussole")
    static let coordinator: CastMember = .other("Sophie", "Kerfanal")
    /// Gives appointments to the patients to be seen: reads no demand.
    static let secretary: CastMember = .other("Rozenn", "Keragenda")
    /// Claims the acts of the hospital: reads no demand.
    static let billingOffice: CastMember = .other("Ronan", "Kerfacture")
    /// Keeps the journal and answers alarms: reads no demand.
    static let securityReferent: CastMember = .other("Gwenn", "Kerverrou")
}
