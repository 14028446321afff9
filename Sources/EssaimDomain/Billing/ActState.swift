/// Where an act stands on its way to the *Assurance maladie*.
public enum ActState: String, Sendable, Codable, CaseIterable {
    /// To be billed.
    case open
    /// On a line of a batch that left; only an establishment's.
    case batched
    /// *Coté*.
    case billed
    /// The *Assurance maladie* refused the line.
    case rejected
    /// Not to be billed, for a reason.
    case waived
    /// Exported, then fallen: a line of the next batch takes it back.
    case reversed
}

/// What someone does to an act.
public enum ActMove: String, Sendable, CaseIterable {
    case bill, waive, reopen, reject, retry, withdraw

    /// Says why, in words of one's own.
    public var needsReason: Bool { self == .waive || self == .reject || self == .withdraw }
}

/// What an exported line becomes in the next batch.
public enum Carry: String, Sendable, Codable {
    /// A line of −1 takes it back.
    case reversal
    /// It was rejected: the new line names it, and nothing is taken back.
    case replacement
}

/// A step of an act: the state after it, and what the line that it had left must become.
public struct ActStep: Sendable, Equatable {
    public let state: ActState
    public let carry: Carry?

    public init(_ state: ActState, _ carry: Carry? = nil) {
        self.state = state
        self.carry = carry
    }
}

extension ActState {
    /// The professional's own act: marked on their page, never on a line.
    public func own(_ move: ActMove) -> ActStep? {
        switch (self, move) {
        case (.open, .bill): ActStep(.billed)
        case (.open, .waive): ActStep(.waived)
        case (.billed, .reopen), (.waived, .reopen): ActStep(.open)
        default: nil
        }
    }

    /// An act that an establishment claims. An exported line never changes: what falls is taken back by another line.
    public func claimed(_ move: ActMove) -> ActStep? {
        switch (self, move) {
        case (.open, .waive): ActStep(.waived)
        case (.waived, .reopen): ActStep(.open)
        case (.batched, .bill): ActStep(.billed)
        case (.batched, .reject), (.billed, .reject): ActStep(.rejected)
        case (.billed, .reopen), (.rejected, .reopen): ActStep(.batched)
        case (.rejected, .retry): ActStep(.open, .replacement)
        case (.rejected, .withdraw): ActStep(.waived)
        case (.batched, .withdraw), (.billed, .withdraw): ActStep(.reversed, .reversal)
        default: nil
        }
    }

    /// The patient's identity was corrected; nil when that changes nothing for the act.
    public func corrected(isClaimed: Bool) -> ActStep? {
        switch self {
        case .billed where !isClaimed: ActStep(.open)
        case .batched where isClaimed, .billed where isClaimed: ActStep(.open, .reversal)
        case .rejected where isClaimed: ActStep(.open, .replacement)
        default: nil
        }
    }
}
