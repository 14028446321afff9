/// The traits that identify a patient (*référentiel national d'identitovigilance*): those compulsory to send a demand,
/// and those that may come later or never (newborn, foreign patient).
public struct PatientTraits: Hashable, Sendable, Codable {
    /// As FHIR's `gender` writes it, save `other`, which the référentiel does not know.
    public enum Sex: String, Sendable, Codable, CaseIterable { case female, male, unknown }

    public var birthFamilyName: String
    public var firstGivenName: String
    /// All given names at birth, in order, the first among them; empty when not known.
    public var givenNames: [String]
    /// The name in use, when it differs from the birth name.
    public var usedFamilyName: String?
    public var birthDate: CivilDate
    public var sex: Sex
    public var birthPlace: INSEECommune?
    /// Rank at birth of twins and more, from 1; nil for a single birth or when not known.
    public var birthRank: Int?

    public init(
        birthFamilyName: String, firstGivenName: String, givenNames: [String] = [], usedFamilyName: String? = nil,
        birthDate: CivilDate, sex: Sex, birthPlace: INSEECommune? = nil, birthRank: Int? = nil
    ) {
        self.birthFamilyName = birthFamilyName
        self.firstGivenName = firstGivenName
        self.givenNames = givenNames
        self.usedFamilyName = usedFamilyName
        self.birthDate = birthDate
        self.sex = sex
        self.birthPlace = birthPlace
        self.birthRank = birthRank
    }

    /// The name to call the patient by: in use, else at birth.
    public var familyName: String { usedFamilyName ?? birthFamilyName }

    /// Whole years and months lived on that day; both zero before birth. Born on 29 February, one is a year older on
    /// the 28th of a common year.
    public func age(on day: CivilDate) -> (years: Int, months: Int) {
        guard day > birthDate else { return (0, 0) }
        var months = (day.year - birthDate.year) * 12 + day.month - birthDate.month
        if birthDate.adding(months: months) > day { months -= 1 }
        return (months / 12, months % 12)
    }
}
