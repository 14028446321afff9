import EssaimDomain
import EssaimWorkflow

/// What stands beside one demand, as its reader may see it.
public struct BesideRequest: Sendable {
    /// What each side said of its own record.
    public let marks: [RecordMark]
    /// The side whose record the reader keeps; nil for all others.
    public let side: RecordMark.Side?
    /// The reader belongs to the asking structure.
    public let isAskers: Bool
    /// What the reader may mark now.
    public let offered: Set<RecordMark.Kind>
    /// Other open demands of the asking structure about the same patient: on a draft, for its own structure.
    public let twins: [NearDemand]
    public let links: [LinkedDemand]
    /// Technical problems that were told about it.
    public let incidents: [ReportedProblem]

    init(_ on: OnRequest, today: CivilDate, _ reader: any StoreReader) throws {
        let request = on.request
        if request.state == .draft {
            (marks, side, offered, incidents) = ([], nil, [], [])
            twins = try Self.twins(of: on, today: today, reader)
        } else {
            marks = try reader.marks(of: request.id)
            side = on.isEmergency ? nil : RecordMark.Side(on.caller.relations(to: request))
            offered = side.map { [marks] in request.marks(availableTo: $0, given: marks) } ?? []
            twins = []
            incidents = try reader.incidents(on: request.id)
        }
        isAskers = on.isAskers
        links = try on.isEmergency ? [] : reader.linkedDemands(of: request.id, for: on.caller.person.id)
    }

    /// Whom pages name for what stands here.
    var people: Set<Identifier<Person>> { Set(marks.map(\.by) + incidents.map(\.by)) }

    /// Shown at most.
    static let mostTwins = 3

    private static func twins(
        of on: OnRequest, today: CivilDate, _ reader: any StoreReader
    ) throws -> [NearDemand] {
        guard on.actions.contains(.edit),
            case .success(let traits) = PatientTraits.check(on.request.content.patient, today: today)
        else { return [] }
        return try reader.openDemands(
            about: traits, in: on.request.structure, but: on.request.id, limit: mostTwins)
    }
}
