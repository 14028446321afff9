/// Who the patient is, on every page that shows clinical text. Never a NIR on a list.
struct PatientBannerModel: Sendable {
    enum Sex: String, Sendable, CaseIterable { case female, male, unknown }
    /// Status of the national identity (INS, référentiel national d’identitovigilance).
    enum Identity: String, Sendable, CaseIterable { case provisional, retrieved, validated, qualified }

    var givenName: String
    /// *Nom utilisé*; nil when it is the birth name.
    var usedName: String?
    /// *Nom de naissance*.
    var birthName: String
    /// « 12/08/1958 ».
    var birthDate: String
    /// « 68 ans ».
    var age: String
    var sex: Sex
    var identity: Identity = .provisional
    /// INS matricule in groups, only when qualified, and never in a list.
    var matricule: String?
    var isDemonstration: Bool = false

    /// « F 68 ans », as lists show it.
    var short: String { "\(sex.letter)\u{A0}\(age)" }

    static let sample = PatientBannerModel(
        givenName: "Yvonne", usedName: "Kerbrat", birthName: "Fictive-Le Roux", birthDate: "12/08/1958", age: "68 ans",
        sex: .female, identity: .validated, isDemonstration: true)
}

extension PatientBannerModel.Sex {
    var letter: String {
        switch self {
        case .female: "F"
        case .male: "M"
        case .unknown: "Sexe inconnu,"
        }
    }

    var word: String {
        switch self {
        case .female: "femme"
        case .male: "homme"
        case .unknown: "sexe inconnu"
        }
    }
}
