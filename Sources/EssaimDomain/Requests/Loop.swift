/// The closing of the loop, tracked as work: read, told, followed or not, and why.
public struct Loop: Sendable, Equatable, Codable {
    public enum Advice: String, Sendable, Codable, CaseIterable { case followed, partly, notFollowed }

    /// *Sinon, vous auriez fait… ?*: what the asking side says it would have done without the opinion.
    public enum Otherwise: String, Sendable, Codable, CaseIterable {
        case referral, emergency, otherOpinion, alone, other
    }

    public var readAt: Instant?
    public var patientToldAt: Instant?
    public var followUpAskedAt: Instant?
    public var advice: Advice?
    public var otherwise: Otherwise?
    public var remark: String
    public var closedAt: Instant?
    /// Since when the last answer, decline or erratum awaits its reader; nil once it is read.
    public var unreadSince: Instant?
    /// Essaim put it away: nobody had closed the loop in sixty days (*boucle non fermée*).
    public var archivedUnclosedAt: Instant?
    /// The last news of a patient to be seen that the asking structure has not looked at. Never late: it waits.
    public var newsAt: Instant?

    public init(
        readAt: Instant? = nil, patientToldAt: Instant? = nil, followUpAskedAt: Instant? = nil, advice: Advice? = nil,
        otherwise: Otherwise? = nil, remark: String = "", closedAt: Instant? = nil, unreadSince: Instant? = nil,
        archivedUnclosedAt: Instant? = nil, newsAt: Instant? = nil
    ) {
        self.readAt = readAt
        self.patientToldAt = patientToldAt
        self.followUpAskedAt = followUpAskedAt
        self.advice = advice
        self.otherwise = otherwise
        self.remark = remark
        self.closedAt = closedAt
        self.unreadSince = unreadSince
        self.archivedUnclosedAt = archivedUnclosedAt
        self.newsAt = newsAt
    }
}

extension AdviceRequest {
    /// Something was sent that the asking structure has to read.
    mutating func becomeUnread(at now: Instant) {
        isUnread = true
        loop.unreadSince = now
    }

    /// Someone of the asking structure has read it; the first reading counts.
    mutating func becomeRead(at now: Instant) {
        isUnread = false
        loop.readAt = loop.readAt ?? now
        loop.unreadSince = nil
        loop.newsAt = nil
    }
}
