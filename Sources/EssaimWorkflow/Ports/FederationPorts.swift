import EssaimDomain

public protocol FederationReading {
    func departure(_ tokenHash: [UInt8]) throws -> KeptDeparture?
    func arrival(_ tokenHash: [UInt8]) throws -> KeptArrival?
    /// Whom an issuer knows by that subject.
    func person(boundTo subject: String, at issuer: String) throws -> Identifier<Person>?
    /// The one real person who bears it.
    func person(bearing rpps: RPPS) throws -> Identifier<Person>?
    /// One's own place that a provider told of, by its mark there.
    func structure(ownedBy person: Identifier<Person>, mark: String) throws -> Identifier<Structure>?
    /// Nil for a session that no provider opened.
    func providerSession(_ tokenHash: [UInt8]) throws -> ProviderSession?
    func hasAccepted(_ charter: String, _ person: Identifier<Person>) throws -> Bool
}

public protocol FederationWriting {
    func insert(_ departure: KeptDeparture) throws
    func end(departure tokenHash: [UInt8]) throws
    func forgetDepartures(startedBefore: Instant) throws
    func insert(_ arrival: KeptArrival) throws
    func end(arrival tokenHash: [UInt8]) throws
    func forgetArrivals(startedBefore: Instant) throws
    /// Does nothing where it is so already.
    func bind(_ issuer: String, _ subject: String, to person: Identifier<Person>) throws
    func own(_ structure: Identifier<Structure>, mark: String, by person: Identifier<Person>) throws
    func keep(_ session: ProviderSession, of tokenHash: [UInt8]) throws
    func accept(_ charter: String, _ person: Identifier<Person>, at now: Instant) throws
}
