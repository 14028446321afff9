/// What a coordinator has to know of the weeks to come. Typed, for pages to put into words.
public enum RotaFinding: Sendable, Equatable {
    /// The pool of open lines has no active member.
    case emptyPool(Identifier<Pool>, lines: [Identifier<Offer>])
    /// *Nobody can answer here next Tuesday*: on that day, at no moment of these lines' hours, is anyone of the pool on duty or
    /// there.
    case nobody(Identifier<Pool>, on: CivilDate, lines: [Identifier<Offer>])
    case gap(Gap)
    case doubleBooking(DoubleBooking)
    /// On the rota from that day on, and in no pool of the post.
    case stranger(Identifier<Person>, DutyPost, from: CivilDate)

    /// A part of a day's opening in which nobody is on duty, though there is a rota.
    public struct Gap: Sendable, Equatable {
        public let pool: Identifier<Pool>
        public let line: Identifier<Offer>
        public let day: CivilDate
        public let stretches: Stretches
        /// Whose turn it would be, but they are away.
        public let away: [Identifier<Person>]
        /// Public holiday, for which a duty may have fallen out.
        public let holiday: String?
    }

    /// Two turns of one person at the same time.
    public struct DoubleBooking: Sendable, Equatable {
        public let person: Identifier<Person>
        public let first: Shift
        public let second: Shift
    }

    /// The day it is about; nil for all of them.
    public var day: CivilDate? {
        switch self {
        case .emptyPool: nil
        case .nobody(_, let day, _): day
        case .gap(let gap): gap.day
        case .doubleBooking(let double): double.second.day
        case .stranger(_, _, let day): day
        }
    }

    /// The same finding on another day of looking has the same name: each is told once. A stranger's is that of the person and
    /// the post, for the first day moves on.
    public var name: String {
        switch self {
        case .emptyPool(let pool, _): "empty \(pool)"
        case .nobody(let pool, let day, _): "nobody \(pool) \(day)"
        case .gap(let gap): "gap \(gap.pool) \(gap.line) \(gap.day)"
        case .doubleBooking(let double): "double \(double.first.key.name) \(double.second.key.name)"
        case .stranger(let person, .pool(let pool), _): "stranger \(person) pool \(pool)"
        case .stranger(let person, .line(let line), _): "stranger \(person) line \(line)"
        }
    }
}

extension RotaFinding: Comparable {
    /// By day, what holds for all days first; on a day the gravest first.
    public static func < (a: Self, b: Self) -> Bool { a.order < b.order }

    private var order: (CivilDate, Int, String) { (day ?? .first, rank, name) }

    private var rank: Int {
        switch self {
        case .emptyPool: 0
        case .nobody: 1
        case .gap: 2
        case .doubleBooking: 3
        case .stranger: 4
        }
    }
}

extension Shift.Key {
    fileprivate var name: String { "\(duty) \(day)" }
}
