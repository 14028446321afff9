import EssaimDomain
import EssaimWorkflow

/// The forms of a network, with the lines that use them.
public struct ProtocolList: Sendable {
    public let network: Network
    /// The newest version of each, published or in work.
    public let own: [KeptProtocol]
    public let next: Identifier<ClinicalProtocol>?
    public let shipped: [ClinicalProtocol]
    /// Those of `own` that are read as forms, for their day of review.
    public let forms: [Identifier<ClinicalProtocol>: ClinicalProtocol]
    public let mayWrite: Bool
    public let today: CivilDate
    public let surroundings: Surroundings
}

/// One form as its editors see it.
public struct ProtocolPage: Sendable {
    public let network: Network
    public let form: ClinicalProtocol
    public let versions: [KeptProtocol]
    public let people: [Identifier<Person>: Person]
    public let mayWrite: Bool
    /// The lines to which this reader may give the form.
    public let lines: [Offer]
    public let today: CivilDate
    public let surroundings: Surroundings

    public var last: KeptProtocol { versions[0] }
}

extension Grant where P == ReadProtocols {
    public func protocols(after id: Identifier<ClinicalProtocol>?) async throws -> ProtocolList {
        try await house.protocolList(fact, after: id, at: now)
    }

    public func protocolPage() async throws -> ProtocolPage? { try await house.protocolPage(fact, at: now) }

    /// The newest version as a FHIR Questionnaire.
    public func questionnaire() -> String? { fact.versions.first?.questionnaire }
}

extension Grant where P == KeepProtocols {
    /// From the first on: what could not begin is told above them.
    public func protocols() async throws -> ProtocolList { try await house.protocolList(fact, after: nil, at: now) }

    public func protocolPage() async throws -> ProtocolPage? { try await house.protocolPage(fact, at: now) }

    public func create(
        _ title: String, from base: String, _ input: Input
    ) async throws -> Result<Identifier<ClinicalProtocol>, ProtocolRefusal> {
        let id = Identifier<ClinicalProtocol>(base)
        let (house, network) = (house, fact.network.id)
        var edition: FormEdition?
        if !base.isEmpty {
            edition = try await house.store.read { store in
                if let form = house.forms[id] { return form.edition }
                return try store.versions(of: id, in: network, limit: ProtocolDesk.mostVersions)
                    .first(where: \.isPublished)?.edition
            }
            if edition == nil { return .failure(.notFound) }
        }
        return try await house.protocols.create(title, from: edition, act(input))
    }

    public func read(
        _ text: String, _ input: Input
    ) async throws -> Result<Identifier<ClinicalProtocol>, ProtocolRefusal> {
        try await house.protocols.read(text, act(input))
    }

    public func change(
        _ edit: ClinicalProtocol.Edit, over stamp: Int, _ input: Input
    ) async throws -> Result<Void, ProtocolRefusal> {
        guard let id = fact.versions.first?.id else { return .failure(.notFound) }
        return try await house.protocols.change(id, edit, over: stamp, act(input))
    }

    public func publish(over stamp: Int, _ input: Input) async throws -> Result<Void, ProtocolRefusal> {
        guard let id = fact.versions.first?.id else { return .failure(.notFound) }
        return try await house.protocols.publish(id, over: stamp, act(input))
    }

    public func give(to line: Identifier<Offer>, _ input: Input) async throws -> Result<Void, ProtocolRefusal> {
        guard let id = fact.versions.first?.id else { return .failure(.notFound) }
        return try await house.protocols.give(id, to: line, act(input))
    }

    private func act(_ input: Input) -> ProtocolDesk.Act {
        ProtocolDesk.Act(in: fact.network.id, by: fact.caller.person.id, from: input.client)
    }
}

extension House {
    private static let protocolPageSize = 50

    fileprivate func protocolList(
        _ fact: InProtocols, after id: Identifier<ClinicalProtocol>?, at now: Instant
    ) async throws -> ProtocolList {
        let (network, mayWrite, forms, isLoopback) = (fact.network, fact.mayWrite, forms, isLoopback)
        return try await store.read { store in
            let found = try store.protocols(of: network.id, after: id, limit: Self.protocolPageSize + 1)
            let own = Array(found.prefix(Self.protocolPageSize))
            let around = try Surroundings(store, of: network.id, isLoopback: isLoopback)
            return ProtocolList(
                network: network, own: own, next: found.count > own.count ? own.last?.id : nil, shipped: forms.all,
                forms: own.reduce(into: [:]) { $0[$1.id] = forms.read($1) }, mayWrite: mayWrite,
                today: around.local.date(at: now), surroundings: around)
        }
    }

    fileprivate func protocolPage(_ fact: InProtocols, at now: Instant) async throws -> ProtocolPage? {
        guard let last = fact.versions.first, let form = forms.read(last) else { return nil }
        let isLoopback = isLoopback
        return try await store.read { store in
            let around = try Surroundings(store, of: fact.network.id, isLoopback: isLoopback)
            return ProtocolPage(
                network: fact.network, form: form, versions: fact.versions,
                people: try store.people(Set(fact.versions.compactMap(\.madeBy))), mayWrite: fact.mayWrite,
                lines: fact.network.offers.filter { fact.caller.choosesForm(of: $0, in: fact.network.id) },
                today: around.local.date(at: now), surroundings: around)
        }
    }
}
