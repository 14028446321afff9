import EssaimDomain

/// A mark that stands among a demand's words and is none: whose it is, and where it stands. No word begins with `_`.
///
/// Those who see a demand are marks of its document: the index finds only among what a reader may see, so that its cost is
/// that of their own demands. What it found is looked at once more by the rule of visibility.
public struct SearchMark: Hashable, Sendable {
    public let text: String

    private init(_ kind: String, _ id: String) { text = "_\(kind)\(Self.digest(id))" }

    public static func structure(_ id: Identifier<Structure>) -> Self { Self("s", id.rawValue) }
    public static func pool(_ id: Identifier<Pool>) -> Self { Self("p", id.rawValue) }
    public static func network(_ id: Identifier<Network>) -> Self { Self("n", id.rawValue) }
    public static func expert(_ id: Identifier<Person>) -> Self { Self("e", id.rawValue) }
    public static func offer(_ id: Identifier<Offer>) -> Self { Self("o", id.rawValue) }
    public static func standing(_ standing: SearchStanding) -> Self { Self("t", standing.rawValue) }

    /// Of the thirty days in which it was sent: how an index that knows no order is asked for the newest first.
    public static func period(_ period: Int64) -> Self { Self(period: period) }

    /// Thirty days since 1970, the first is 0.
    public static func period(of instant: Instant) -> Int64 { instant.milliseconds / length }
    /// Where a period begins.
    public static func start(of period: Int64) -> Instant { Instant(milliseconds: period * length) }

    private static let length: Int64 = 30 * 86_400_000

    private init(period: Int64) { text = "_m\(period)" }

    /// FNV-1a, 64 bits: ids of any spelling as 16 letters. Two that clash would be told apart by the rule of visibility.
    private static func digest(_ id: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Whose demands this caller may see.
    public static func all(of caller: Caller) -> [SearchMark] {
        caller.structures.map { .structure($0.structure.id) } + caller.pools.map { .pool($0.pool) }
            + caller.watches.map { .network($0) }
            + (caller.person.profession.mayAnswer ? [.expert(caller.person.id)] : [])
    }
}

/// Where a demand stands, as coarse as one searches.
public enum SearchStanding: String, Sendable, CaseIterable {
    case open, answered, closed, declined, cancelled

    public init?(_ state: RequestState) {
        switch state {
        case .draft: return nil
        case .submitted, .taken, .awaitingInformation: self = .open
        case .answered: self = .answered
        case .closed: self = .closed
        case .declined: self = .declined
        case .cancelled: self = .cancelled
        }
    }
}
