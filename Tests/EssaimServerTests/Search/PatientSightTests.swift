import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

/// Whose patients someone finds who asks for several structures.
@Suite struct PatientSightTests {
    @Test func `a place that is not active shows no patient of its structure, whatever others one has`() async throws {
        try await ServedTown.open { town in
            _ = try await town.browser(of: .asker).sentDemand()
            let neighbour = try await town.browser(of: .neighbour)
            let name = Canary.familyName.uppercased()
            for status in [MembershipStatus.invited, .suspended, .ended, .active] {
                try await town.server.store.write {
                    try $0.join(Person.neighbour.id, structure: Structure.practice.id, as: .member, status: status)
                }
                let page = try await neighbour.get("/patients")
                #expect(page.status == 200 && page.text.contains(name) == (status == .active), "\(status)")
            }
        }
    }
}
