import EssaimDomain
import EssaimOutbound
import EssaimWorkflow

/// The providers of the settings, each with its own keys.
public struct OpenIDProviders: IdentityProviders {
    private let providers: [OpenIDProvider]

    public init(_ settings: [ProviderSettings], door: OutgoingDoor, clock: any WallClock) {
        providers = settings.map { one in
            OpenIDProvider(one, door: door) { Double(clock.now().milliseconds) / 1000 }
        }
    }

    public var offered: [OfferedProvider] {
        providers.map { OfferedProvider(name: $0.settings.name, title: $0.settings.title, kind: $0.settings.kind) }
    }

    public func depart(
        to provider: String, back: String, renewedAfter: Instant?
    ) async throws(ProviderFault) -> Departure {
        try await named(provider).depart(back: back, renewedAfter: renewedAfter)
    }

    public func arrive(
        from provider: String, code: String, _ departure: Departure, back: String
    ) async throws(ProviderFault) -> ProvenIdentity {
        try await named(provider).arrive(code: code, departure, back: back)
    }

    public func leave(_ provider: String, idToken: String, back: String, state: String) async -> String? {
        await (try? named(provider))?.leave(idToken: idToken, back: back, state: state)
    }

    private func named(_ name: String) throws(ProviderFault) -> OpenIDProvider {
        guard let provider = providers.first(where: { $0.settings.name == name }) else { throw .misconfigured }
        return provider
    }
}
