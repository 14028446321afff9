import EssaimDomain
import EssaimServer
import EssaimWorkflow

/// The first page of a list, from the store: what an expert may take.
struct ListReads: Contest {
    let name = "list read"
    let script: PgBenchScript
    private let store: any Store
    private let now: Instant

    init(_ server: EssaimServer, _ database: MeasuredDatabase) async throws {
        store = server.store
        now = server.clock.now()
        let reader = Territory.expert(0, in: 17).id.rawValue
        script = PgBenchScript(
            try await Recording.of(database) { [store, now] in try await store.read(Self.read(17, at: now)) },
            settings: ["\\set z random(0, \(Territory.zoneCount - 1))"],
            markers: [
                .init(value: reader, sql: "('expert-' || :z || '-0')"), .init(value: "pool-17", sql: "('pool-' || :z)"),
            ])
    }

    mutating func loads(callers: Int) async throws -> @Sendable (Int) -> any Load {
        { [store, now] _ in ReadLoad(store: store) { Self.read($0, at: now) } }
    }

    private static func read(_ number: Int, at now: Instant) -> @Sendable (any StoreReader) throws -> Void {
        let reader = Territory.expert(0, in: number % Territory.zoneCount).id
        return { _ = try $0.rows(.toTake, of: reader, at: now, after: nil, limit: 51) }
    }
}

/// A demand that has been through the desk: the request, its thread, its photographs.
struct DemandReads: Contest {
    let name = "demand read"
    let script: PgBenchScript
    private let store: any Store
    private let requests: [AdviceRequest]

    private static let count = 500

    init(_ server: EssaimServer, _ database: MeasuredDatabase, _ demands: inout NumberedDemands) async throws {
        store = server.store
        let (first, requests) = try await demands.put(Self.count)
        var load = DeskLoad(desk: server.requests, supply: Supply(requests))
        for _ in 0..<Self.count * DeskLoad.commandsADemand { try await load.once() }
        self.requests = requests
        let sample = requests[317]
        script = PgBenchScript(
            try await Recording.of(database) { try await server.store.read(Self.read(sample)) },
            settings: ["\\set d \(first) + random(0, \(Self.count - 1))"] + NumberedDemands.settings,
            markers: NumberedDemands.markers(of: sample))
    }

    mutating func loads(callers: Int) async throws -> @Sendable (Int) -> any Load {
        { [store, requests] _ in ReadLoad(store: store) { Self.read(requests[$0 % requests.count]) } }
    }

    private static func read(_ request: AdviceRequest) -> @Sendable (any StoreReader) throws -> Void {
        let reader = Territory.firstExpert(of: request.route.pool)
        return { tx in
            let (found, thread) = (try tx.request(request.id, visibleTo: reader), try tx.thread(of: request.id))
            let photographs = try tx.attachments(of: request.id)
            guard found != nil, thread.count == DeskLoad.commandsADemand, photographs.count == 2 else {
                throw Settings.Fault(
                    description:
                        "a demand is not read whole: \(found == nil), \(thread.count), \(photographs.count)")
            }
        }
    }
}
