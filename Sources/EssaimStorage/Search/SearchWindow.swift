import EssaimWorkflow

/// A stretch of time that an index without order is asked for: first the last thirty days, then further back, each longer
/// than the one before, the last without an end.
package struct SearchWindow: Sendable {
    /// The marks of its periods; empty when it has no end.
    package let marks: [String]
    /// Everything from here on was asked for.
    package let start: Int64

    private static let lengths: [Int64] = [1, 3, 12]

    /// - Parameter newest: the highest place that may be found.
    package static func all(from newest: Int64) -> [SearchWindow] {
        var period = SearchMark.period(of: SearchPlace.instant(of: newest))
        var windows: [SearchWindow] = []
        for length in lengths {
            let marks = (0..<length).map { SearchMark.period(period - $0).text }
            period -= length
            windows.append(SearchWindow(marks: marks, start: SearchPlace.first(of: SearchMark.start(of: period + 1))))
        }
        return windows + [SearchWindow(marks: [], start: .min)]
    }
}
