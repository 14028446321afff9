import EssaimDomain

/// What one message says, before it is put into words: lines, numbers and times; no patient, no clinical text.
public struct TellingMessage: Sendable, Equatable {
    public enum Content: Sendable, Equatable {
        case news([TellingNews])
        /// Of a rota; the network's name.
        case rota(RotaEvent, network: String)
        /// Asks to confirm the address, by a link or a code good until then.
        case check(secret: String, until: Instant)
        /// Of someone's account, and when it happened.
        case account(AccountEvent, device: String, at: Instant)
        /// Someone is awaited: the secret of the link that opens their account, or nil for who comes by Pro Santé Connect;
        /// by whom, which may be empty.
        case invitation(secret: String?, from: String)
        /// A line that someone waited for takes demands.
        case lineOpened(OpenedLine)
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

/// A line that takes demands now.
public struct OpenedLine: Sendable, Equatable {
    public let offer: Identifier<Offer>
    public let network: Identifier<Network>
    public let title: String
    public let networkName: String

    public init(
        offer: Identifier<Offer>, network: Identifier<Network>, title: String, networkName: String
    ) {
        self.offer = offer
        self.network = network
        self.title = title
        self.networkName = networkName
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
