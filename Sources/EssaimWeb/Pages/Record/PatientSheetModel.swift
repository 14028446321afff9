import EssaimDomain

/// A page in plain words to give to the patient: who was asked, when, what is agreed, whom to call. Nothing of the question
/// nor of the opinion stands in it but what its giver writes.
struct PatientSheetModel: Sendable {
    /// « 7K3M-QX2P ».
    var number: String
    var path: SitePath
    var request: SitePath
    var seal: FormSeal
    /// « Rozenn Kerconte, née le 12 août 1958 ».
    var patient: String
    /// « Dr Anne Le Goff, médecin ».
    var asker: String
    /// « Cabinet du Léguer, Lannion ».
    var structure: String
    var askedOn: String
    /// « Dermatologues du Nord ».
    var team: String
    /// « Dr Nolwenn Guivarch a répondu le 23 novembre 2026. »
    var answered: String
    /// What the giver writes, typed at printing: kept nowhere.
    var advice: String = ""
    var fault: String?
    /// « Jeudi 26 novembre 2026 à 14 h 30, à Lannion, avec Dr Guivarch »; or the day before which to be seen.
    var appointment: String = ""
    var network: String
    var phone: String
    var isOpposedToSharing = false

    /// Characters.
    static let longestAdvice = 1500

    static let sample = PatientSheetModel(
        number: "7K3M-QX2P", path: .patientSheet("sample"), request: .request("sample"), seal: .sample,
        patient: "Rozenn Kerconte, née le 12\u{A0}août\u{A0}1958", asker: "Dr Claire Kerfable",
        structure: "Cabinet du Léguer, Lannion", askedOn: "23\u{A0}novembre\u{A0}2026",
        team: "Dermatologues du secteur Brest-Lannion",
        answered: "Dr Hervé Kerfictif a répondu le 23\u{A0}novembre\u{A0}2026.",
        advice: "La tache du dos doit être retirée en entier. Continuez votre traitement habituel.",
        appointment: "Jeudi 26 novembre 2026 à 14 h 30, Consultation de dermatologie, Lannion, avec Dr Kerfictif.",
        network: "OncoBreizh", phone: "02 00 00 00 00")

    static let waitingSample = PatientSheetModel(
        number: "7K3M-QX2P", path: .patientSheet("sample"), request: .request("sample"), seal: .sample,
        patient: "Rozenn Kerconte, née le 12\u{A0}août\u{A0}1958", asker: "Dr Claire Kerfable",
        structure: "Cabinet du Léguer, Lannion", askedOn: "23\u{A0}novembre\u{A0}2026",
        team: "Dermatologues du secteur Brest-Lannion", answered: "La réponse n’est pas encore arrivée.",
        fault: "Au plus 1500\u{A0}caractères\u{A0}: raccourcissez ce texte.", network: "OncoBreizh",
        phone: "02 00 00 00 00", isOpposedToSharing: true)
}

enum PatientSheetField {
    static let advice = "conseil"
}
