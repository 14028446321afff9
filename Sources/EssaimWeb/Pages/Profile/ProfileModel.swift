import EssaimDomain

/// One's own page: who one is here, where one is reached, what one wants to be told.
struct ProfileModel: Sendable {
    static let billingName = "facturation"
    static let mailName = "courriel"
    static let mobileName = "mobile"
    static let codeName = "code"
    static let byMailName = "par_courriel"
    static let bySMSName = "par_sms"
    static let digestsName = "heures"
    static let quietFromName = "calme_de"
    static let quietToName = "calme_a"
    static let sundaysName = "dimanches"
    static let removeName = "retirer"

    /// One way to be reached, as far as it is.
    struct Reach: Sendable {
        /// The server sends by it.
        var isOffered: Bool
        /// Confirmed.
        var address: String?
        /// To be confirmed.
        var pending: String?
        /// The message that asks to confirm it could not be delivered.
        var isUndelivered = false
        /// As typed, when it was refused.
        var typed: String?
        /// When a message could last not be delivered.
        var failedAt: Instant?
    }

    var seal: FormSeal
    var name: String
    var profession: String
    var rpps: String?
    /// « Cabinet du Port, Lannion — administrateur ».
    var places: [String]
    /// Who bills has a number to be named by; nil for who does not.
    var billing: String?
    var mail: Reach
    var mobile: Reach
    var byMail: TellingChoices.Extent
    var bySMS: TellingChoices.Extent
    var digests: String
    var quietFrom: String
    var quietTo: String
    var quietSundays: Bool
    var faults: [FieldFault] = []
    var invitations: [ProfileInvitations.Offer] = []
    var lines: [ProfileLines.Line] = []

    static let sample = ProfileModel(
        seal: .sample, name: "Dr Anne Le Goff", profession: "médecin", rpps: "10000000019",
        places: ["Cabinet du Port, Lannion"], billing: "221000015",
        mail: Reach(isOffered: true, address: "anne.legoff@exemple.fr"),
        mobile: Reach(isOffered: true, pending: "+33612345678"), byMail: .everything, bySMS: .pressing,
        digests: "12:30, 18:30", quietFrom: "20:00", quietTo: "07:30", quietSundays: true,
        invitations: [
            ProfileInvitations.Offer(
                id: "i1", structure: "EHPAD Les Bruyères, Carhaix-Plouguer",
                place: "Membre\u{A0}: demande, lit et clôt pour la structure", by: "Maëlle Riou")
        ],
        lines: [
            ProfileLines.Line(
                network: "seine-et-marne", id: "chsud-orthopedie", title: "Orthopédie, Seine-et-Marne", openedAt: nil)
        ])
    static let blankSample = ProfileModel(
        seal: .sample, name: "Maëlle Riou", profession: "équipe du réseau", places: [], mail: Reach(isOffered: false),
        mobile: Reach(isOffered: false), byMail: .everything, bySMS: .pressing, digests: "12:30, 18:30",
        quietFrom: "20:00", quietTo: "07:30", quietSundays: true)
    static let faultySample = ProfileModel(
        seal: .sample, name: "Dr Anne Le Goff", profession: "médecin", rpps: "10000000019",
        places: ["Cabinet du Port, Lannion"], billing: "2210",
        mail: Reach(isOffered: true, pending: "anne@exemple.fr", isUndelivered: true),
        mobile: Reach(
            isOffered: true, address: "+33612345678", typed: "02 96 00 00 00",
            failedAt: Instant(milliseconds: 1_795_422_600_000)),
        byMail: .everything, bySMS: .pressing, digests: "midi", quietFrom: "20:00", quietTo: "07:30",
        quietSundays: false, faults: [.profileMobile, .profileDigests])
}

extension FieldFault {
    static let profileMail = FieldFault(
        field: ProfileModel.mailName,
        message: "Ce n’est pas une adresse de courriel. Exemple : nom@exemple.fr.".frenchSpaced)
    static let profileMobile = FieldFault(
        field: ProfileModel.mobileName,
        message: "Ce n’est pas un numéro de mobile français ou d’outre-mer. Exemple : 06 12 34 56 78.".frenchSpaced)
    static let profileCode = FieldFault(
        field: ProfileModel.codeName,
        message: "Ce code n’est pas le bon, ou il a plus de quinze minutes. Relisez-le, ou demandez-en un autre.")
    static let profileCodeTooOften = FieldFault(
        field: ProfileModel.codeName, message: "Trop d’essais. Demandez un autre code.")
    static let profileDigests = FieldFault(
        field: ProfileModel.digestsName,
        message: "Écrivez des heures séparées par des virgules, six au plus. Exemple : 12:30, 18:30.".frenchSpaced)
    static let profileQuietFrom = FieldFault(
        field: ProfileModel.quietFromName, message: "Écrivez une heure. Exemple : 20:00.".frenchSpaced)
    static let profileQuietTo = FieldFault(
        field: ProfileModel.quietToName, message: "Écrivez une heure. Exemple : 07:30.".frenchSpaced)

    /// Asked too often: nothing more is sent today.
    static func tooManyChecks(_ field: String) -> FieldFault {
        FieldFault(
            field: field,
            message: "Cinq vérifications ont été demandées aujourd’hui, le plus qui soit possible. "
                + "Revenez demain.")
    }
}
