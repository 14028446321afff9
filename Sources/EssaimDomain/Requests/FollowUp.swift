/// What must not be forgotten once an answer or a decline left: why, from when on, and who is to know. Computed from the
/// demand and nothing else: no mark of lateness is ever stored. Lists show what is due; the guarantee keeps what is
/// unread, and `DueWatch` tells of visits once for each `dueAt`, at once when it `isPressing`, else in the digest.
public struct FollowUp: Sendable, Equatable {
    public enum Reason: String, Sendable, CaseIterable {
        /// Sent, and not read by anyone of the asking structure.
        case unread
        /// To be seen, half of the time gone, no appointment.
        case unbooked
        /// To be seen, and the day has come.
        case unseen
        /// Nobody closed the loop: Essaim archives it, and tells nobody.
        case unclosed
    }

    public enum Audience: String, Sendable, CaseIterable {
        case requester, colleagues, coordinator, expert, secretary, engine
    }

    public let reason: Reason
    public let since: Instant
    public let dueAt: Instant
    public let audience: Set<Audience>
    /// Urgent, towards a hospital or a quick visit, or a suspected cancer: worth a message at once.
    public let isPressing: Bool

    /// An answered demand that nobody closed is archived after that.
    public static let archiveDelay = Duration.days(60)

    /// How long an answer may stay unread, in calendar hours: who is ill does not keep opening hours.
    /// - Parameter answer: nil for a decline, which presses as much as what was asked.
    public static func readingDelay(_ urgency: Urgency, _ answer: AnswerContent?) -> Duration {
        if answer?.isPressing == true { return .hours(4) }
        return switch urgency {
        case .urgent: .hours(4)
        case .priority: .hours(24)
        case .routine: .days(5)
        }
    }
}

extension AnswerContent {
    /// Read late, it may harm: hospital, emergency, quick visit, suspected cancer.
    public var isPressing: Bool { orientation?.asksAcknowledgement == true || gravity == .suspectedCancer }
}

extension AdviceRequest {
    /// The answer that awaits its reader or its loop; a decline after an answer is a decline.
    private var standingAnswer: AnswerContent? { state == .declined ? nil : lastAnswer?.content }

    /// Since when what was sent last is unread; nil when all is read.
    public var unreadSince: Instant? {
        isUnread ? loop.unreadSince ?? lastAnswer?.sentAt ?? answeredAt : nil
    }

    /// When it should have been read.
    public var readDueAt: Instant? {
        unreadSince.map { $0 + FollowUp.readingDelay(content.urgency, standingAnswer) }
    }

    /// When Essaim archives it, unless someone closes it before: sixty days after the last answer, or after a decline that
    /// stays unread.
    public var archiveDueAt: Instant? {
        guard loop.archivedUnclosedAt == nil else { return nil }
        let since: Instant? =
            switch state {
            case .answered: lastAnswer?.sentAt ?? answeredAt
            case .declined: unreadSince
            default: nil
            }
        return since.map { $0 + FollowUp.archiveDelay }
    }

    /// Everything that will be due unless something happens, the first one first.
    public func followUps(in offsets: OffsetRules) -> [FollowUp] {
        let isPressing = content.urgency == .urgent || standingAnswer?.isPressing == true
        var all: [FollowUp] = []
        if let since = unreadSince, let dueAt = readDueAt {
            all.append(
                FollowUp(
                    reason: .unread, since: since, dueAt: dueAt,
                    audience: [.requester, .colleagues, .coordinator, .expert], isPressing: isPressing))
        }
        if let visit, visit.isPending {
            let waits: [(FollowUp.Reason, Instant?)] = [
                (.unbooked, visit.appointment == nil ? visit.halfway(in: offsets) : nil),
                (.unseen, visit.deadline(in: offsets)),
            ]
            for (reason, dueAt) in waits {
                guard let dueAt else { continue }
                all.append(
                    FollowUp(
                        reason: reason, since: visit.since, dueAt: dueAt, audience: [.expert, .secretary],
                        isPressing: standingAnswer?.isPressing == true))
            }
        }
        if let dueAt = archiveDueAt {
            all.append(
                FollowUp(
                    reason: .unclosed, since: dueAt - FollowUp.archiveDelay, dueAt: dueAt, audience: [.engine],
                    isPressing: false))
        }
        return all.sorted { $0.dueAt < $1.dueAt }
    }
}
