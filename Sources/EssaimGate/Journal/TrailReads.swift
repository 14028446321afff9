import EssaimDomain
import EssaimWorkflow

/// Who saw and did what to one demand: newest first, a page at a time.
public struct AccessTrail: Sendable {
    public let request: AdviceRequest
    public let patient: Patient?
    public let structure: Structure
    public let entries: [HistoryEntry]
    /// Where the following page begins; nil on the last.
    public let next: HistoryKey?
    public let people: [Identifier<Person>: Person]
    public let emergencies: [EmergencyAccess]
    public let network: Network
    public let offsets: OffsetRules
    /// Entries numbered below this are signed.
    public let sealedSize: Int
    public let isDemonstration: Bool
}

extension Grant where P == SeeTrail {
    /// Entries of a page.
    public static var trailPageSize: Int { 100 }

    /// Opening it is itself written, and tells that the circle's reader knows of the emergency accesses.
    public func trail(before key: HistoryKey?, _ input: Input) async throws -> AccessTrail {
        try await house.recordRead(of: fact, from: input, what: "trail")
        let (house, request, reader, now) = (house, fact.request, fact.caller.person.id, now)
        try await house.store.write { try $0.markEmergenciesRead(on: request.id, by: reader, at: now) }
        return try await house.store.read { store in
            guard let network = try store.network(request.network),
                let structure = try store.structure(request.structure)
            else { throw StoreFault.corrupt("a demand's network or structure") }
            let found = try store.trail(of: request.id, before: key, limit: Self.trailPageSize + 1)
            let entries = Array(found.prefix(Self.trailPageSize))
            let emergencies = try store.emergencies(on: request.id)
            return AccessTrail(
                request: request, patient: try request.patient.flatMap(store.patient), structure: structure,
                entries: entries, next: found.count > entries.count ? entries.last?.key : nil,
                people: try store.people(Set(entries.compactMap(\.person) + emergencies.map(\.person))),
                emergencies: emergencies, network: network,
                offsets: OffsetRules(named: network.timeZone) ?? .centralEuropean,
                sealedSize: try store.journalHead()?.signedSize ?? 0,
                isDemonstration: try house.isLoopback && store.isDemonstration())
        }
    }
}

extension HistoryEntry {
    public var key: HistoryKey { HistoryKey(at: at, id: id) }
}
