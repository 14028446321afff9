import EssaimDomain
import EssaimTestSupport
import Testing

@Suite struct NextDemandTests {
    @Test func `after an answer the next demand opens where it is answered, or where it is taken`() async throws {
        try await ServedTown.open { town in
            let asker = try await town.browser(of: .asker)
            let expert = try await town.browser(of: .senior)
            var demands: [String] = []
            for _ in 0..<3 {
                demands.append(try await asker.sentDemand())
                town.clock.advance(by: .minutes(1))
            }
            // Two are theirs, the third is still to take.
            for demand in demands.prefix(2) { _ = try await expert.act(on: demand, "prendre") }
            func answerAndGoOn(_ demand: String) async throws -> String? {
                let path = "/demandes/\(demand)/repondre"
                let form = try await expert.get(path).form(to: path)
                return try await expert.submit(
                    form, [("text", "Oui."), ("orientation", "managedRemotely"), ("_suite", "envoyer-suivante")]
                ).location
            }
            #expect(try await answerAndGoOn(demands[0]) == "/demandes/\(demands[1])/repondre?fait=repondre")
            #expect(try await answerAndGoOn(demands[1]) == "/demandes/\(demands[2])?fait=repondre")
            _ = try await expert.act(on: demands[2], "prendre")
            #expect(try await answerAndGoOn(demands[2]) == "/demandes/\(demands[2])?fait=repondre")
        }
    }
}
