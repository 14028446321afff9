import EssaimDomain
import EssaimWorkflow

/// Where a demand stands in the index: by the time of its sending, so that the order of the numbers is that of time.
package enum SearchPlace {
    /// Places of one millisecond.
    private static let aMillisecond: Int64 = 4096

    package static func first(of instant: Instant) -> Int64 {
        let (place, isTooFar) = instant.milliseconds.multipliedReportingOverflow(by: aMillisecond)
        return isTooFar ? (instant.milliseconds < 0 ? .min : .max) : place
    }

    package static func instant(of place: Int64) -> Instant { Instant(milliseconds: place / aMillisecond) }

    /// Within its millisecond by the id's last letters: two rarely want the same, and then stand side by side.
    static func wanted(by document: SearchDocument) -> Int64 {
        let tail = document.request.rawValue.utf8.suffix(8).reduce(Int64(0)) { ($0 &* 31 &+ Int64($1)) & 0xFFF }
        return first(of: document.sentAt) + tail
    }
}
