/// A patient's traits as they were typed, right or wrong: a draft never loses what was entered.
public struct TypedPatient: Sendable, Equatable, Codable {
    public var birthFamilyName: String
    public var usedFamilyName: String
    public var firstGivenName: String
    /// `12/08/1958` or `1958-08-12`.
    public var birthDate: String
    /// `female`, `male`, `unknown` or empty.
    public var sex: String

    public init(
        birthFamilyName: String = "", usedFamilyName: String = "", firstGivenName: String = "", birthDate: String = "",
        sex: String = ""
    ) {
        self.birthFamilyName = birthFamilyName
        self.usedFamilyName = usedFamilyName
        self.firstGivenName = firstGivenName
        self.birthDate = birthDate
        self.sex = sex
    }
}
