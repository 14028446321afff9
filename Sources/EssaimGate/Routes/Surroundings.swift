import EssaimDomain
import EssaimWorkflow

/// What surrounds a page: the network's name and clock, and whether all of it is fictional.
public struct Surroundings: Sendable {
    /// Nil where no network is declared yet.
    public let network: String?
    /// Days and hours by that clock, whatever the hours of a line.
    public let local: LocalTime
    public let isDemonstration: Bool

    /// - Parameter id: whose name and clock; nil for the first network.
    init(_ store: any StoreReader, of id: Identifier<Network>? = nil, isLoopback: Bool) throws {
        let name = try store.networkName(id)
        network = name?.name
        local = name?.local ?? LocalTime()
        isDemonstration = try isLoopback && store.isDemonstration()
    }

    public var offsets: OffsetRules { local.offsets }
}
