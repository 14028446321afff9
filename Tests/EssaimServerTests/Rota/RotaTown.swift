import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// The town with a rota: the senior has every Monday and Tuesday of the north, the second every Wednesday, all day long.
extension ServedTown {
    static let rota = "/reseaux/network/planning"
    static let monday = Network.sample.local.date(at: .sample)

    static func onDuty(
        settings: [String: String] = [:], _ visit: @Sendable (ServedTown) async throws -> Void
    ) async throws {
        try await open(settings: settings) { town in
            let duties = [
                try duty("d1", .senior, [.monday, .tuesday]), try duty("d2", .second, [.wednesday]),
            ]
            try await town.server.store.write { tx throws in
                #expect(try tx.replaceDuties(of: Network.sample.id, from: duties, at: .sample))
            }
            try await visit(town)
        }
    }

    static func duty(_ id: String, _ person: Person, _ days: Set<Weekday>) throws -> Duty {
        let pattern = try #require(DutyPattern(weekdays: days, from: monday.adding(days: -7)))
        return Duty(
            id: Identifier(id), post: .pool(Pool.north.id), person: person.id, time: .day, pattern: pattern)
    }

    func desk() -> RotaDesk {
        RotaDesk(
            store: server.store, clock: clock, shelf: server.shelf, bulletin: LocalBulletin(),
            channels: server.configuration.telling.channels)
    }

    /// A turn as it stands.
    func turn(_ duty: String, inDays ahead: Int) async throws -> Shift? {
        let key = Shift.Key(duty: Identifier(duty), day: Self.monday.adding(days: ahead))
        return try await server.store.read { try server.shelf.calendar(of: .sample, by: $0).shift(key) }
    }

    func act(_ person: Person) -> RotaDesk.Act { RotaDesk.Act(on: Network.sample.id, by: person.id, from: "") }
}

extension Result where Failure == Refusal {
    var refusal: Refusal? { if case .failure(let refusal) = self { refusal } else { nil } }
}
