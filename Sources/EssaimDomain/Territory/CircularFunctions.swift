/// Sine, cosine and arcsine: the domain imports nothing, and the standard library has none. Within 10⁻¹⁴ of the truth for
/// angles of a few turns.
enum CircularFunctions {
    /// The series at zero, on a quarter of a turn: its twelfth term is below 10⁻¹⁸.
    static func sine(_ radians: Double) -> Double {
        var angle = radians - 2 * .pi * (radians / (2 * .pi)).rounded()
        if angle > .pi / 2 { angle = .pi - angle }
        if angle < -.pi / 2 { angle = -.pi - angle }
        let square = angle * angle
        var (term, sum) = (angle, angle)
        for step in 1...11 {
            term *= -square / Double(2 * step * (2 * step + 1))
            sum += term
        }
        return sum
    }

    static func cosine(_ radians: Double) -> Double { sine(radians + .pi / 2) }

    /// Of a sine between 0 and 1; what lies outside counts as the nearer end. Newton's method below 1/√2, where five
    /// steps are enough; above, the complement.
    static func arcsine(_ value: Double) -> Double {
        let sine = min(max(value, 0), 1)
        guard sine * sine <= 0.5 else { return .pi / 2 - arcsine(((1 - sine) * (1 + sine)).squareRoot()) }
        var angle = sine
        for _ in 1...5 { angle -= (Self.sine(angle) - sine) / cosine(angle) }
        return angle
    }
}
