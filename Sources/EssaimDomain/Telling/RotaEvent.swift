/// What someone may be told of a rota: that it happened, never of whom nor of which line.
public enum RotaEvent: String, Sendable, Codable, CaseIterable {
    // To who is asked, then to who asked.
    case swapProposed, swapWithdrawn, swapAccepted, swapDeclined
    /// To whoever keeps the turn now, or did: an administrator moved it, took it away or handed it on.
    case turnChanged
    /// To the coordination: on some day nobody can answer.
    case lacking

    /// Whether it is to be told still, once its exchange stands so.
    public func awaits(_ state: DutySwap.State?) -> Bool {
        switch self {
        case .swapProposed: state == .proposed
        case .swapWithdrawn: state == .withdrawn
        case .swapAccepted: state == .accepted
        case .swapDeclined: state == .declined
        case .turnChanged, .lacking: true
        }
    }
}
