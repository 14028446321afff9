/// A profession, by its code in the NOS table TRE_G15-ProfessionSante.
public enum Profession: String, Sendable, Codable, CaseIterable {
    case doctor = "10"
    case pharmacist = "21"
    case audioprosthetist = "26"
    case dentist = "40"
    case midwife = "50"
    case nurse = "60"
    case physiotherapist = "70"
    case podiatrist = "80"
    case speechTherapist = "91"
    case orthoptist = "92"
    /// A member of a network who is not a *professionnel de santé*: coordinator, secretary.
    case none = "none"

    /// May ask for a téléexpertise (CSP R.6316-1).
    public var isHealthProfessional: Bool { self != .none }

    /// A *profession médicale* of the code de la santé publique: may be requis (CSP R.6316-1).
    public var mayAnswer: Bool { self == .doctor || self == .midwife || self == .dentist }
}
