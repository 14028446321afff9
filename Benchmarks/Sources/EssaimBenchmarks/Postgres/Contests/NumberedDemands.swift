import EssaimDomain
import EssaimServer
import EssaimWorkflow

/// Demands whose ids are numbers in a row, a range for each use: their people and places follow from the number, here and
/// in a script of pgbench.
struct NumberedDemands {
    private let store: any Store
    private var demands: Demands
    /// Ids of twelve digits sort as numbers. A multiple of the structures.
    private var next = 100_000_000_000

    init(_ store: any Store, _ demands: Demands) {
        self.store = store
        self.demands = demands
    }

    /// Puts so many of them, to be taken, into the store.
    mutating func put(_ count: Int) async throws -> (first: Int, requests: [AdviceRequest]) {
        let first = next
        next += (count / Territory.structureCount + 1) * Territory.structureCount
        let made = (first..<first + count).map { demands.numbered($0) }
        for start in stride(from: 0, to: count, by: 500) {
            try await Filling.put(Array(made[start..<min(start + 500, count)]), in: store)
        }
        return (first, made.map(\.0))
    }

    /// One of them whose number is in no other id of the territory, and so marks what belongs to it.
    mutating func sample() async throws -> AdviceRequest { try await put(318).requests[317] }

    /// From `:d` to all that belongs to the demand.
    static let settings = [
        "\\set s :d % \(Territory.structureCount)", "\\set z :s % \(Territory.zoneCount)",
        "\\set p (:d / \(Territory.structureCount)) % \(Territory.patientsAStructure)",
    ]

    static func markers(of request: AdviceRequest) -> [PgBenchScript.Marker] {
        let patient = request.patient?.rawValue ?? ""
        return [
            .init(value: request.id.rawValue, sql: ":d"),
            .init(value: request.requester.rawValue, sql: "('asker-' || :s)"),
            .init(value: request.structure.rawValue, sql: "('structure-' || :s)"),
            .init(value: patient, sql: "('patient-' || :s || '-' || :p)"),
            .init(value: request.route.pool.rawValue, sql: "('pool-' || :z)"),
            .init(value: request.route.zone.rawValue, sql: "('zone-' || :z)"),
            .init(value: Territory.firstExpert(of: request.route.pool).rawValue, sql: "('expert-' || :z || '-0')"),
        ]
    }
}
