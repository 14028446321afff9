import EssaimDomain
import EssaimWorkflow

/// Everything that a page about one demand shows, read in one snapshot.
public struct RequestFile: Sendable {
    public let request: AdviceRequest
    public let actions: Set<Action>
    public let network: Network
    public let offer: Offer?
    /// As it was when the demand was begun.
    public let form: ClinicalProtocol?
    /// Of a draft, the version published since; nil when it has the last one.
    public let newForm: FormEdition?
    public let localTime: LocalTime
    /// Of the network's clocks.
    public let today: CivilDate
    public let structure: Structure
    public let patient: Patient?
    public let people: [Identifier<Person>: Person]
    public let thread: [ThreadEntry]
    public let attachments: [Attachment]
    public let acts: [RecordedAct]
    public let reports: [(version: Int, issuedAt: Instant)]
    /// Whom a regulator or coordinator may name; empty for others.
    public let experts: [Person]
    /// What stands against each of them being named now.
    public let hindrances: [Identifier<Person>: Availability.Hindrance]
    public let isDemonstration: Bool
    /// Opened in an emergency, to read only.
    public let isEmergency: Bool
    /// That opening: until when, and why.
    public let ownEmergency: EmergencyAccess?
    /// Emergency accesses that the circle is to know of, newest first.
    public let emergencies: [EmergencyAccess]
    /// The last demands before this one about the same patient that the reader may see, with files to compare with.
    public let earlier: [EarlierRequest]
    /// What the reader is to know of their own acts for this patient: the requester before sending, the expert at taking.
    public let quotas: [String]
    /// Until when an *avis ponctuel de consultant* may be billed, where the demand allows one.
    public let consultantAdviceUntil: CivilDate?
    /// Since when it is out of the lists.
    public let archivedAt: Instant?
    /// What stands beside the demand: marks of both records, linked demands, others open for the same patient.
    public let beside: BesideRequest
    /// What was done because nobody did, in order, and when the next step comes: for the asking structure.
    public let steps: [TracedStep]
    public let nextStepAt: Instant?
    /// Who was asked at the sending, and why: for those who watch over the network.
    public let routing: RoutingAnswer?
    /// Whom a draft may wish for: those who answer the line.
    public let wishable: [Person]
    /// In whose name the reader may write this draft; empty for who writes in their own.
    public let principals: [Person]
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
        form = try house.forms.form(of: request, on: offer, reader)
        let current = try request.state == .draft ? house.forms.current(offer?.form, reader)?.edition : nil
        newForm = current == form?.edition ? nil : current
        localTime = network.local.opening(offer?.hours)
        patient = try request.patient.flatMap(reader.patient)
        thread = try reader.thread(of: request.id)
        attachments = try reader.attachments(of: request.id)
        acts = try reader.acts(of: request.id)
        reports = try reader.reports(of: request.id)
        today = localTime.date(at: house.clock.now())
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
        if let who = request.reception?.by { ids.insert(who) }
        if let consent = request.consent { ids.insert(consent.collectedBy) }
        let beside = try BesideRequest(on, today: today, reader)
        ids.formUnion(beside.people)
        let relations = on.caller.relations(to: request)
        let isAskers = relations.contains(.asker) && request.state != .draft
        steps = isAskers ? try reader.guaranteeTrace(of: request.id) : []
        nextStepAt = isAskers ? try reader.guaranteeAt(request.id) : nil
        let watches = !relations.isDisjoint(with: [.coordinator, .regulator])
        routing = watches ? try reader.routing(of: request.id) : nil
        ids.formUnion(routing?.people ?? [])
        var answering: Set<Identifier<Person>> = []
        if request.state == .draft, let offer {
            answering = Set(
                try reader.members(
                    routedIn: Set(offer.pools.values), on: today, since: house.clock.now()
                ).filter { $0.grade == .senior }.map(\.person))
        }
        let known = try reader.people(ids.union(answering))
        people = known
        wishable = answering.compactMap { known[$0] }
            .sorted { ($0.familyName, $0.givenName, $0.id) < ($1.familyName, $1.givenName, $1.id) }
        principals =
            on.actions.contains(.edit) ? try reader.principals(of: on.caller.person, in: request.structure) : []
        let mayName = on.actions.contains(.assign) || on.actions.contains(.reassign)
        experts = mayName ? try reader.experts(in: request.route.pool) : []
        // Their own hours, and not those of the line.
        let days = localTime.opening(nil)
        hindrances =
            mayName ? try reader.hindrances(in: request.route.pool, at: house.clock.now(), in: days) : [:]
        earlier = try on.isEmergency ? [] : EarlierRequest.all(before: request, for: on.caller, reader)
        consultantAdviceUntil = house.requests.lastConsultantAdvice(after: request, in: localTime)
        archivedAt = try request.state.isEnded ? reader.retention(of: request.id)?.archivedAt : nil
        isDemonstration = try house.isLoopback && reader.isDemonstration()
        quotas = try house.quotas(on, localTime, reader)
        self.beside = beside
    }

    /// The files that were not withdrawn.
    public var photographs: [Attachment] { attachments.filter { $0.withdrawnAt == nil } }

    public func person(_ id: Identifier<Person>?) -> Person? { id.flatMap { people[$0] } }
    public var zone: Zone? { network.zone(request.route.zone) }
    public var pool: Pool? { network.pool(request.route.pool) }
}

extension House {
    /// Own acts only: what another professional or structure does for the same patient is nobody else's to know.
    fileprivate func quotas(_ on: OnRequest, _ local: LocalTime, _ reader: any StoreReader) throws -> [String] {
        let (request, person) = (on.request, on.caller.person)
        let act: Act
        var (who, patient) = (person, request.patient)
        if on.actions.contains(.submit) {
            act = .rqd
            if !person.profession.isHealthProfessional { who = try reader.person(request.requester) ?? person }
            guard
                case .success(let traits) = PatientTraits.check(
                    request.content.patient, today: local.date(at: clock.now()))
            else { return [] }
            patient = try reader.patient(bearing: traits, in: request.structure)
        } else if on.actions.contains(.take) || on.actions.contains(.answer) {
            act = .te2
        } else {
            return []
        }
        let notes = try requests.quotas(of: who, for: patient.map { [$0] } ?? [], in: local, reader)
        let said = [notes.count(act, for: patient, at: clock.now()), notes.warning(act, for: patient, at: clock.now())]
        return said.compactMap(\.self)
    }
}
