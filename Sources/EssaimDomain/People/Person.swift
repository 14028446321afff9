/// Someone who works with Essaim: a professional, or a member of a team who is not one.
public struct Person: Sendable, Equatable {
    public var id: Identifier<Person>
    /// 11 digits, absent for those who are not registered.
    public var rpps: RPPS?
    /// The billing number (AM/ADELI, 9 digits) that the other side's claim must name.
    public var billingNumber: ADELI?
    public var familyName: String
    public var givenName: String
    public var profession: Profession
    /// Ordinal specialty, by its code in the NOS table TRE_R38 (`SM15` dermatology-venereology).
    public var specialty: String?
    public var mode: PracticeMode
    /// Plainly fictional, made by `essaim demo`.
    public var isDemonstration: Bool

    public init(
        id: Identifier<Person>, rpps: RPPS? = nil, billingNumber: ADELI? = nil, familyName: String, givenName: String,
        profession: Profession, specialty: String? = nil, mode: PracticeMode = .liberal, isDemonstration: Bool = false
    ) {
        self.id = id
        self.rpps = rpps
        self.billingNumber = billingNumber
        self.familyName = familyName
        self.givenName = givenName
        self.profession = profession
        self.specialty = specialty
        self.mode = mode
        self.isDemonstration = isDemonstration
    }
}
