/// Half and ninety-nine in a hundred of the times are at most these, in milliseconds.
struct Percentiles: Codable, Sendable {
    let p50: Double
    let p99: Double

    init(p50: Double, p99: Double) {
        self.p50 = p50
        self.p99 = p99
    }

    /// - Parameter times: in milliseconds, in any order; none gives zeros.
    init(_ times: [Double]) {
        let sorted = times.sorted()
        func at(_ share: Double) -> Double {
            sorted.isEmpty ? 0 : sorted[max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1)]
        }
        self.init(p50: at(0.50), p99: at(0.99))
    }
}

extension [Double] {
    /// The middle one; of an even number, the lower of the two.
    var median: Double { isEmpty ? 0 : sorted()[(count - 1) / 2] }
}
