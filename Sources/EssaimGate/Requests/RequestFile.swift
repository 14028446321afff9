import EssaimDomain
import EssaimWorkflow

/// Everything that a page about one demand shows, read in one snapshot.
public struct RequestFile: Sendable {
    public let request: AdviceRequest
    public let actions: Set<Action>
    public let network: Network
    public let offer: Offer?
    public let form: ClinicalProtocol?
    public let localTime: LocalTime
    public let structure: Structure
    public let patient: Patient?
    public let people: [Identifier<Person>: Person]
    public let thread: [ThreadEntry]
    public let attachments: [Attachment]
    public let acts: [RecordedAct]
    public let reports: [(version: Int, issuedAt: Instant)]
    /// Whom a regulator or coordinator may name; empty for others.
    public let experts: [Person]
    public let isDemonstration: Bool
    /// Opened in an emergency, to read only.
    public let isEmergency: Bool
    /// That opening: until when, and why.
    public let ownEmergency: EmergencyAccess?
    /// Emergency accesses that the circle is to know of, newest first.
    public let emergencies: [EmergencyAccess]
    /// The last demands before this one about the same patient that the reader may see, with files to compare with.
    public let earlier: [EarlierRequest]
    /// The entry of this opening, on which the page's images ride.
    public var trace: ViewTrace?

    init(_ on: OnRequest, _ reader: any StoreReader, in house: House) throws {
        let request = on.request
        guard let network = try reader.network(request.network), let structure = try reader.structure(request.structure)
        else { throw StoreFault.corrupt("a demand's network or structure") }
        self.request = request
        actions = on.actions
        self.network = network
        self.structure = structure
        offer = try network.offer(request.route.offer) ?? reader.offer(request.route.offer)
        form = house.forms[offer?.form]
        localTime = LocalTime(
            offsets: OffsetRules(named: network.timeZone) ?? .centralEuropean, hours: offer?.hours ?? .always)
        patient = try request.patient.flatMap(reader.patient)
        thread = try reader.thread(of: request.id)
        attachments = try reader.attachments(of: request.id)
        acts = try reader.acts(of: request.id)
        reports = try reader.reports(of: request.id)
        isEmergency = on.isEmergency
        let emergencies = request.state == .draft ? [] : try reader.emergencies(on: request.id)
        ownEmergency = on.isEmergency ? emergencies.first { $0.person == on.caller.person.id } : nil
        self.emergencies = on.isEmergency ? [] : emergencies
        var ids: Set<Identifier<Person>> = [request.requester, request.author]
        ids.formUnion(self.emergencies.map(\.person))
        ids.formUnion(thread.compactMap(\.author))
        ids.formUnion(request.assignments.map(\.expert))
        ids.formUnion(request.answers.compactMap(\.validatedBy))
        ids.formUnion(acts.map(\.professional))
        if let consent = request.consent { ids.insert(consent.collectedBy) }
        people = try reader.people(ids)
        let mayName = on.actions.contains(.assign) || on.actions.contains(.reassign)
        experts = mayName ? try reader.experts(in: request.route.pool) : []
        earlier = try on.isEmergency ? [] : EarlierRequest.all(before: request, for: on.caller, reader)
        isDemonstration = try house.isLoopback && reader.isDemonstration()
    }

    /// The files that were not withdrawn.
    public var photographs: [Attachment] { attachments.filter { $0.withdrawnAt == nil } }

    public func person(_ id: Identifier<Person>?) -> Person? { id.flatMap { people[$0] } }
    public var zone: Zone? { network.zone(request.route.zone) }
    public var pool: Pool? { network.pool(request.route.pool) }
}
