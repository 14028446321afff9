/// Stretches of time, their ends excluded: in order, none empty, none touching the next.
public struct Stretches: Hashable, Sendable {
    public let list: [Range<Instant>]

    public static let none = Self(inOrder: [])

    /// In any order, overlapping or not: those that touch become one, empty ones are left out.
    public init(_ ranges: [Range<Instant>]) {
        var merged: [Range<Instant>] = []
        for range in ranges.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        list = merged
    }

    private init(inOrder list: [Range<Instant>]) { self.list = list }

    public var isEmpty: Bool { list.isEmpty }

    /// All of them together.
    public var duration: Duration { list.reduce(.zero) { $0 + ($1.upperBound - $1.lowerBound) } }

    /// The stretch that holds an instant. O(log n), as the three that follow.
    public func stretch(at instant: Instant) -> Range<Instant>? {
        let position = firstEnding(after: instant)
        return position < list.count && list[position].lowerBound <= instant ? list[position] : nil
    }

    public func contains(_ instant: Instant) -> Bool { stretch(at: instant) != nil }

    /// The first beginning after that instant.
    public func nextStart(after instant: Instant) -> Instant? {
        list[firstEnding(after: instant)...].lazy.map(\.lowerBound).first { $0 > instant }
    }

    public func overlaps(_ range: Range<Instant>) -> Bool {
        let position = firstEnding(after: range.lowerBound)
        return !range.isEmpty && position < list.count && list[position].lowerBound < range.upperBound
    }

    public func union(_ other: Self) -> Self { Self(list + other.list) }

    /// What is in both. O(n + m).
    public func intersection(_ other: Self) -> Self {
        var common: [Range<Instant>] = []
        var (a, b) = (0, 0)
        while a < list.count, b < other.list.count {
            let shared = list[a].clamped(to: other.list[b])
            if !shared.isEmpty { common.append(shared) }
            if list[a].upperBound < other.list[b].upperBound { a += 1 } else { b += 1 }
        }
        return Self(inOrder: common)
    }

    /// What is left without the other's. O(n log m + m).
    public func subtracting(_ other: Self) -> Self {
        var left: [Range<Instant>] = []
        for range in list {
            var from = range.lowerBound
            for cut in other.list[other.firstEnding(after: from)...] {
                if cut.lowerBound >= range.upperBound { break }
                if cut.lowerBound > from { left.append(from..<cut.lowerBound) }
                from = cut.upperBound
            }
            if from < range.upperBound { left.append(from..<range.upperBound) }
        }
        return Self(inOrder: left)
    }

    private func firstEnding(after instant: Instant) -> Int {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if list[middle].upperBound <= instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
