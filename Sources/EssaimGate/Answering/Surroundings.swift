import EssaimDomain
import EssaimWorkflow

/// What surrounds a page that is about no demand: the network's name and clock, and whether all of it is fictional.
public struct Surroundings: Sendable {
    public let network: String
    public let offsets: OffsetRules
    public let isDemonstration: Bool

    init(_ store: any StoreReader, isLoopback: Bool) throws {
        let name = try store.networkName(nil)
        network = name?.name ?? ""
        offsets = name.flatMap { OffsetRules(named: $0.timeZone) } ?? .centralEuropean
        isDemonstration = try isLoopback && store.isDemonstration()
    }
}
