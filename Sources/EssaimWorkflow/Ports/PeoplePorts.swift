import EssaimDomain

public protocol NetworkReading {
    func networks() throws -> [Network]
    func network(_ id: Identifier<Network>) throws -> Network?
    /// A network's name, clocks and holidays, where its lines and zones are not needed; the first one for nil.
    func networkName(_ id: Identifier<Network>?) throws -> (name: String, local: LocalTime)?
    /// Networks that one of these frames, by name.
    func networks(framedBy frames: Set<Identifier<Network>>) throws -> [Identifier<Network>]
    /// The texts that a network offers its experts, in its own order.
    func phrases(of network: Identifier<Network>) throws -> [Phrase.Content]
    /// Grows at each change of the network, its members or its rota; nil for a network that does not exist.
    func networkVersion(_ id: Identifier<Network>) throws -> Int?
    /// A line; a retired one as paused: a running demand keeps its title, form and delays, and nothing new goes there.
    func offer(_ id: Identifier<Offer>) throws -> Offer?
    /// Active members of a pool.
    func expertCount(in pool: Identifier<Pool>) throws -> Int
    func experts(in pool: Identifier<Pool>) throws -> [Person]
    /// Doctors who are active in some pool of a network, each once.
    func doctorCount(of network: Identifier<Network>) throws -> Int
    /// Who knows what best, of those subjects that the network declares.
    func subSpecialists(of network: Identifier<Network>) throws -> [Identifier<Person>: Set<Identifier<SubSpecialty>>]
    /// Somebody triages what comes by the regulated doors of that network.
    func isRegulated(_ network: Identifier<Network>) throws -> Bool
}

public protocol NetworkWriting {
    /// Writes the declaration over what was there; running demands keep their zone and pool.
    func save(_ network: Network) throws
    /// Its members or its rota changed: what was made ready of it is made again.
    func renew(_ network: Identifier<Network>) throws
}

public protocol PeopleReading {
    /// Someone with their active memberships, if their account is open.
    func caller(_ person: Identifier<Person>) throws -> Caller?
    func person(_ id: Identifier<Person>) throws -> Person?
    func people(_ ids: Set<Identifier<Person>>) throws -> [Identifier<Person>: Person]
    func structure(_ id: Identifier<Structure>) throws -> Structure?
    /// The structure of that name in that commune.
    func structure(named name: String, in commune: INSEECommune) throws -> Structure?
    /// Those that bear this FINESS: it names one establishment, under as many structures as ask in its name.
    func structures(bearing finess: FINESS) throws -> [Structure]
    /// A folder of demonstration holds nobody real.
    func realIdentityExists() throws -> Bool
}

public protocol PeopleWriting {
    func insert(_ person: Person) throws
    func insert(_ structure: Structure) throws
    /// Nil takes it away.
    func setBillingNumber(_ number: ADELI?, of person: Identifier<Person>) throws
    func join(
        _ person: Identifier<Person>, structure: Identifier<Structure>, as role: StructureRole, status: MembershipStatus
    ) throws
    func join(_ person: Identifier<Person>, pool: Identifier<Pool>, as grade: PoolGrade, status: MembershipStatus)
        throws
    func join(
        _ person: Identifier<Person>, network: Identifier<Network>, as role: NetworkRole, status: MembershipStatus)
        throws
    /// To those who administer an establishment's lines.
    func join(_ person: Identifier<Person>, partner: Identifier<Partner>, status: MembershipStatus) throws
    /// Over what they were said to know best in these networks' terms; each id names its network.
    func setSubSpecialties(
        _ known: Set<Identifier<SubSpecialty>>, of person: Identifier<Person>, in network: Identifier<Network>)
        throws
    /// To the billing office of an establishment.
    func join(_ person: Identifier<Person>, officeOf establishment: Identifier<Structure>, status: MembershipStatus)
        throws
}
