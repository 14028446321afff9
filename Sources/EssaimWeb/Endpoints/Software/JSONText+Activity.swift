import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension JSONText {
    /// The figures of a network as numbers: delays in whole minutes of calendar time from the sending to the first answer,
    /// null where nothing was answered.
    init(_ activity: Activity) {
        self = .object([
            ("network", .text(activity.network.id.rawValue)), ("month", .text(activity.month.description)),
            ("line", activity.offer.map { .text($0.rawValue) } ?? .none),
            ("figures", .object(Self.members(activity.counts))),
            (
                "delay",
                .object([
                    ("median", .optional(Self.minutes(activity.median))),
                    ("mean", .optional(Self.minutes(activity.counts.meanDelay))),
                    ("ninetieth", .optional(Self.minutes(activity.ninetieth))),
                ])
            ),
            ("doctors", .number(activity.doctors)),
            (
                "lines",
                .list(
                    activity.offers.map {
                        .object(
                            [("line", .text($0.offer.rawValue)), ("title", .text($0.title))]
                                + Self.members($0.counts))
                    })
            ),
            (
                "months",
                .list(
                    activity.months.map {
                        .object([("month", .text($0.month.description))] + Self.members($0.counts))
                    })
            ),
        ])
    }

    private static func members(_ counts: ActivityCounts) -> [(String, JSONText)] {
        [
            ("received", .number(counts.received)), ("answered", .number(counts.answered)),
            ("open", .number(counts.open)), ("late", .number(counts.late)), ("declined", .number(counts.declined)),
            ("cancelled", .number(counts.cancelled)), ("within24Hours", .number(counts.within24Hours)),
            ("within48Hours", .number(counts.within48Hours)), ("within7Days", .number(counts.within7Days)),
            ("patientTold", .number(counts.patientTold)), ("closed", .number(counts.closed)),
            ("archivedUnclosed", .number(counts.archivedUnclosed)),
        ]
    }

    private static func minutes(_ delay: Duration?) -> Int? { delay.map { Int($0.milliseconds / 60_000) } }
}
