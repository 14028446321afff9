/// A network's rota (*tableau des permanences*): duties that come back, and what is otherwise on single days.
public struct Rota: Sendable, Equatable {
    public var duties: [Duty]
    public var exceptions: [ShiftException]

    public init(duties: [Duty] = [], exceptions: [ShiftException] = []) {
        self.duties = duties
        self.exceptions = exceptions
    }

    /// Of one network.
    public static let mostDuties = 20_000
}
