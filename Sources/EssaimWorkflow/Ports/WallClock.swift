import EssaimDomain

/// What time it is, passed in: rules and use cases never ask the machine.
public protocol WallClock: Sendable {
    func now() -> Instant
}
