import EssaimDomain

/// Where the communes and départements of France are known. Read when first asked for: the tables are large.
public protocol TerritoryRoom: Sendable {
    func territory() async -> Territory
    /// Drawn once.
    func map() async -> TerritoryMap
}
