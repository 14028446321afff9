import EssaimDomain
import Foundation

/// Someone of the demonstration. Family names are made of words for fiction: nobody can be taken for real.
struct CastMember: Sendable {
    let givenName: String
    let familyName: String
    let profession: Profession
    let mode: PracticeMode
    let specialty: String?

    private init(
        _ givenName: String, _ familyName: String, _ profession: Profession, _ mode: PracticeMode, _ specialty: String?
    ) {
        self.givenName = givenName
        self.familyName = familyName
        self.profession = profession
        self.mode = mode
        self.specialty = specialty
    }

    /// General practitioner (`SM54` in TRE_R38).
    static func doctor(_ givenName: String, _ familyName: String) -> Self {
        Self(givenName, familyName, .doctor, .liberal, "SM54")
    }

    static func dermatologist(_ givenName: String, _ familyName: String, _ mode: PracticeMode = .liberal) -> Self {
        Self(givenName, familyName, .doctor, mode, "SM15")
    }

    static func professional(
        _ profession: Profession, _ givenName: String, _ familyName: String, _ mode: PracticeMode = .liberal
    ) -> Self {
        Self(givenName, familyName, profession, mode, nil)
    }

    /// A member of the team who is not a professional.
    static func other(_ givenName: String, _ familyName: String) -> Self {
        Self(givenName, familyName, .none, .salaried, nil)
    }

    /// `prenom.nom`, without accents.
    var login: String {
        "\(givenName).\(familyName)".folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            .replacingOccurrences(of: " ", with: "-")
    }

    /// « Dr Claire Kerfable ».
    var shownName: String { (profession == .doctor ? "Dr " : "") + "\(givenName) \(familyName)" }

    func person(_ index: Int, at now: Instant) -> Person {
        let isRegistered = profession.isHealthProfessional
        return Person(
            id: .new(at: now), rpps: isRegistered ? FictionalNumbers.rpps(index) : nil,
            billingNumber: isRegistered && mode == .liberal ? FictionalNumbers.billing(index) : nil,
            familyName: familyName, givenName: givenName, profession: profession, specialty: specialty, mode: mode,
            isDemonstration: true)
    }
}
