import EssaimDomain

// The people of the sample town, all plainly fictional. Each plays one part; `Town` says where each belongs.

extension Person {
    /// Doctor of the asking practice, in whose name the samples are asked.
    public static let asker = sample("asker", "Le Goff", "Anne", .doctor, rpps: "10000000019")
    /// Another doctor of the asking practice.
    public static let colleague = sample("colleague", "Kervella", "Paul", .doctor)
    /// Secretary of the asking practice: prepares, reads, is no professional.
    public static let delegate = sample("delegate", "Riou", "Maëlle", .none)
    /// Doctor of another practice, in another zone.
    public static let neighbour = sample("neighbour", "Tanguy", "Loïc", .doctor)
    /// Nurse where the zone has no pool.
    public static let remote = sample("remote", "Morvan", "Inès", .nurse)
    /// Doctor outside the network's territory.
    public static let outsider = sample("outsider", "Durand", "Hugo", .doctor)

    /// Dermatologists of the northern pool.
    public static let senior = sample("senior", "Guivarch", "Nolwenn", .doctor, specialty: "SM15", rpps: "10000000027")
    public static let second = sample("second", "Jézéquel", "Yann", .doctor, specialty: "SM15")
    public static let junior = sample("junior", "Bihan", "Élodie", .doctor, specialty: "SM15")
    /// Of the northern pool, suspended: not a member any more.
    public static let suspended = sample("suspended", "Quéré", "Marc", .doctor, specialty: "SM15")
    /// Dermatologist of the southern pool.
    public static let southern = sample("southern", "Le Bras", "Gwenaël", .doctor, specialty: "SM15")

    /// Doctor who regulates the network, and its coordinator.
    public static let regulator = sample("regulator", "Cariou", "Soazig", .doctor)
    public static let coordinator = sample("coordinator", "Le Roux", "Erwan", .none)
    /// Administers the network: reads no demand.
    public static let administrator = sample("administrator", "Prigent", "Solenn", .none)
    /// Regulates another network.
    public static let elsewhere = sample("elsewhere", "Martin", "Alix", .doctor)
    /// Member of the asking practice whose account is closed.
    public static let closed = sample("closed", "Abgrall", "Denez", .doctor)

    /// Dermatologist of the southern pool, who opens northern demands in an emergency.
    public static let emergency = sample("emergency", "Le Floch", "Tugdual", .doctor, specialty: "SM15")
    /// Roles of the network that read no demand.
    public static let secretary = sample("secretary", "Salaün", "Gaëlle", .none)
    public static let billingOffice = sample("billing-office", "Hamon", "Ronan", .none)
    public static let head = sample("head", "Penn", "Armelle", .doctor)
    public static let agencyReader = sample("reader", "Lagadec", "Fañch", .none)
    public static let securityReferent = sample("security-referent", "Corre", "Bleuenn", .none)
    /// Invited to the asking practice, to the northern pool and to coordinate: nothing confirmed.
    public static let invited = sample("invited", "Nédélec", "Aziliz", .doctor, specialty: "SM15")
    /// Once of the asking practice, of the northern pool and regulator: all of it ended.
    public static let former = sample("former", "Floc’h", "Hervé", .doctor, specialty: "SM15")

    /// Everyone in the town.
    public static let samples: [Person] = [
        asker, colleague, delegate, neighbour, remote, outsider, senior, second, junior, suspended, southern, emergency,
        regulator, coordinator, administrator, secretary, billingOffice, head, agencyReader, securityReferent,
        elsewhere, closed, invited, former,
    ]

    /// Someone of that name, for tables that need many people.
    public static func sample(
        _ id: String, _ familyName: String, _ givenName: String, _ profession: Profession, specialty: String? = nil,
        rpps: String? = nil
    ) -> Person {
        Person(
            id: Identifier(id), rpps: rpps.flatMap(RPPS.init(rawValue:)), familyName: familyName, givenName: givenName,
            profession: profession, specialty: specialty, isDemonstration: true)
    }
}
