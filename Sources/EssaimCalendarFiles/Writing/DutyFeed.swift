import EssaimDomain

/// A member's turns of duty as an iCalendar feed (RFC 5545), to be followed by their own calendar. It names the network and the
/// team, and nothing of a demand, a line or a patient: a calendar goes through hands that are not the network's.
///
/// A turn keeps its UID for ever, moved or handed on; its SEQUENCE grows at each change; one that is no more is left out. It
/// leaves its owner free (TRANSPARENT): a feed that comes back as a calendar of absences makes nobody absent.
public struct DutyFeed: Sendable {
    private let network: Network
    private let host: String

    /// - Parameter host: the server's name, which makes UIDs the world's own.
    public init(of network: Network, host: String) {
        self.network = network
        self.host = host
    }

    /// - Parameters:
    ///   - changedAt: when the rota last changed: read twice without a change, the bytes are the same.
    ///   - more: turns of the same person in other networks, in the same calendar.
    public func bytes(
        _ shifts: [Shift], changedAt: Instant, with more: [(feed: DutyFeed, shifts: [Shift])] = []
    ) -> [UInt8] {
        var text = CalendarText()
        text.line("BEGIN", "VCALENDAR")
        text.line("VERSION", "2.0")
        text.line("PRODID", "-//Essaim//Permanences//FR")
        text.line("CALSCALE", "GREGORIAN")
        text.line("X-WR-CALNAME", CalendarText.escaped(more.isEmpty ? "Permanences · \(network.name)" : "Permanences"))
        // How often to look again: RFC 7986 §5.7, and the older name that Outlook reads.
        text.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
        text.line("X-PUBLISHED-TTL", "PT1H")
        for shift in shifts { write(shift, changedAt, to: &text) }
        for (feed, shifts) in more { for shift in shifts { feed.write(shift, changedAt, to: &text) } }
        text.line("END", "VCALENDAR")
        return text.bytes
    }

    private func write(_ shift: Shift, _ changedAt: Instant, to text: inout CalendarText) {
        text.line("BEGIN", "VEVENT")
        text.line("UID", CalendarText.escaped("\(shift.key.duty)-\(shift.key.day)@\(host)"))
        text.line("DTSTAMP", CalendarText.time(changedAt))
        text.line("SEQUENCE", String(shift.version))
        text.line("DTSTART", CalendarText.time(shift.span.lowerBound))
        text.line("DTEND", CalendarText.time(shift.span.upperBound))
        text.line("SUMMARY", CalendarText.escaped(title(of: shift.post)))
        text.line("TRANSP", "TRANSPARENT")
        text.line("END", "VEVENT")
    }

    /// A line's title may be clinical: it is the network that is named.
    private func title(of post: DutyPost) -> String {
        switch post {
        case .pool(let pool): "Permanence · \(network.pool(pool)?.name ?? network.name)"
        case .line: "Permanence · \(network.name)"
        }
    }
}
