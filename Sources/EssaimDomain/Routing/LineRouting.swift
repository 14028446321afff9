/// How a line asks its experts: what a team chooses beside which pool answers in which zone.
public struct LineRouting: Sendable, Equatable, Codable {
    public enum Order: String, Sendable, Codable, CaseIterable {
        /// The whole pool: whoever takes it first.
        case pool
        /// Whoever is on duty, then the pool.
        case duty
        /// In turn: those who hold the fewest open demands, then the pool.
        case load
    }

    /// A regulator looks at each demand before any expert does.
    public var isRegulated: Bool
    /// An urgency left out asks the whole pool.
    public var orders: [Urgency: Order]
    /// How many experts are asked by name at once, in turn or for a sub-specialty.
    public let atOnce: Int
    /// Where a zone's demands go next on this line, in order. A zone left out follows `RoutingPlan.neighbours`; one named
    /// here may have no pool of its own.
    public var overflow: [Identifier<Zone>: [Identifier<Zone>]]

    /// - Parameter atOnce: brought between 1 and `mostAtOnce`.
    public init(
        isRegulated: Bool = false, orders: [Urgency: Order] = [:], atOnce: Int = 1,
        overflow: [Identifier<Zone>: [Identifier<Zone>]] = [:]
    ) {
        self.isRegulated = isRegulated
        self.orders = orders
        self.atOnce = min(max(atOnce, 1), Self.mostAtOnce)
        self.overflow = overflow
    }

    public static let mostAtOnce = 10

    public func order(for urgency: Urgency) -> Order { orders[urgency] ?? .pool }
}

/// How a network routes: the neighbours of its zones, and what its lines choose. A line left out asks the whole pool of the
/// zone, then its neighbours'.
public struct RoutingPlan: Sendable, Equatable {
    /// Zones that answer when a zone cannot, in order; each zone says its own.
    public var neighbours: [Identifier<Zone>: [Identifier<Zone>]]
    public var lines: [Identifier<Offer>: LineRouting]

    public init(
        neighbours: [Identifier<Zone>: [Identifier<Zone>]] = [:], lines: [Identifier<Offer>: LineRouting] = [:]
    ) {
        self.neighbours = neighbours
        self.lines = lines
    }

    public func line(_ offer: Identifier<Offer>) -> LineRouting { lines[offer] ?? LineRouting() }
}
