import EssaimDomain

/// What one message says, before it is put into words: lines, numbers and times; no patient, no clinical text.
public struct TellingMessage: Sendable, Equatable {
    public enum Content: Sendable, Equatable {
        case news([TellingNews])
        /// Asks to confirm the address, by a link or a code good until then.
        case check(secret: String, until: Instant)
    }

    /// The same at each try, so that a repeat is known for one.
    public let id: String
    public let content: Content
    public let at: Instant

    public init(id: String, content: Content, at: Instant) {
        self.id = id
        self.content = content
        self.at = at
    }
}

/// One event, and where its demand stands now.
public struct TellingNews: Sendable, Equatable {
    public let event: TellingEvent
    public let matter: TellingMatter

    public init(event: TellingEvent, matter: TellingMatter) {
        self.event = event
        self.matter = matter
    }
}

/// Carries messages by one channel. At least once: a message may come again under its id.
public protocol Courier: Sendable {
    var channel: TellingChannel { get }
    func carry(_ message: TellingMessage, to address: String) async throws(CourierFault)
}

public enum CourierFault: Error, Sendable, Equatable {
    /// For now; why, without address nor words of the message.
    case away(String)
    /// For good: this address cannot be written to.
    case badAddress
}
