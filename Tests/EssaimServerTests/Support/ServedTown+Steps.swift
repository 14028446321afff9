import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow

extension ServedTown {
    /// A demand taken by the senior; its id.
    func takenDemand() async throws -> String {
        let demand = try await browser(of: .asker).sentDemand()
        _ = try await browser(of: .senior).act(on: demand, "prendre")
        return demand
    }

    /// A demand that the senior answered, its report issued.
    func answeredDemand() async throws -> String {
        let demand = try await takenDemand()
        let expert = try await browser(of: .senior)
        let form = try await expert.get("/demandes/\(demand)/repondre").form(to: "/demandes/\(demand)/repondre")
        _ = try await expert.submit(
            form, [("text", Canary.advice), ("orientation", "managedRemotely"), ("_suite", "envoyer")])
        _ = await server.jobs.workOnce()
        return demand
    }
}
