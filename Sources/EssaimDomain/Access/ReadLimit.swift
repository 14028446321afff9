/// How many different patients one person may open in a while. Nobody who treats meets these figures in a day's work; a
/// stolen account that empties a network does within minutes.
public struct ReadLimit: Sendable, Equatable {
    public let window: Duration
    public let patients: Int

    public init(window: Duration, patients: Int) {
        self.window = window
        self.patients = patients
    }

    /// Nothing older counts.
    public static let longest = Duration.hours(24)

    /// The widest of what someone's roles need, shortest window first.
    public static func all(for caller: Caller) -> [ReadLimit] {
        let (hour, day) =
            if !caller.watches.isEmpty {
                (150, 600)
            } else if caller.answers {
                (80, 300)
            } else {
                (40, 150)
            }
        return [ReadLimit(window: .hours(1), patients: hour), ReadLimit(window: longest, patients: day)]
    }
}
