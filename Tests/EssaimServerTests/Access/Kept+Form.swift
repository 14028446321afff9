import EssaimDomain
import EssaimTestSupport
import EssaimWorkflow
import Testing

@testable import EssaimServer

extension Kept {
    static let form: Identifier<ClinicalProtocol> = "network.essai"

    /// A form of the sample network, published.
    static func keepForm(_ town: ServedTown) async throws {
        let form = try ClinicalProtocol.sample.named(Self.form, version: "1")
        let version = KeptProtocol(
            id: Self.form, version: "1", number: 1, network: Network.sample.id, partner: nil, title: form.title,
            questionnaire: try #require(QuestionnaireFiles().write(form)), madeAt: town.clock.now(),
            madeBy: Person.administrator.id, isPublished: true)
        try await town.server.store.write { try $0.keep(version) }
    }
}
