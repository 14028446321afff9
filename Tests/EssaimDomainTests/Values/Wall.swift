import EssaimDomain
import Testing

/// Reads the times that tables are written in.
enum Wall {
    static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text), "\(text)") }

    static func time(_ text: String) throws -> CivilDateTime { try #require(CivilDateTime.parse(text), "\(text)") }

    static func utc(_ text: String) throws -> Instant { OffsetRules.fixed(seconds: 0).instant(of: try time(text)) }

    static func paris(_ text: String) throws -> Instant { OffsetRules.centralEuropean.instant(of: try time(text)) }

    /// Monday to Friday, 9 to 19 h, in Paris.
    static func weekdays() throws -> LocalTime {
        LocalTime(hours: .same([try #require(MinuteRange(rawValue: "09:00-19:00"))]))
    }
}
