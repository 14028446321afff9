/// How long an object storage is waited for. Every call here may be made twice without harm (a key is written once, with
/// the same bytes), so what failed for now is tried again, within one time limit for all tries.
public struct ObjectPatience: Sendable {
    /// For a call that carries nothing, all its tries together.
    public var call: Duration = .seconds(20)
    /// Slower than this, a body is given up: adds its length divided by this to the time of the call.
    public var bytesPerSecond = 256 << 10
    /// A line on which nothing moves for so long is cut; whole seconds, one at least.
    public var stall: Duration = .seconds(15)
    /// How many times a call is made in all, one at least.
    public var tries = 3
    /// Before the second try; four times as long before each following one. Half of each pause is drawn, so that many
    /// callers do not come back at once.
    public var pause: Duration = .milliseconds(250)

    public init() {}

    /// For all the tries of a call that carries so many bytes.
    func limit(carrying byteCount: Int) -> Duration {
        call + .milliseconds(Int64(byteCount) * 1000 / Int64(max(1, bytesPerSecond)))
    }

    /// Before the try that follows the `number`th.
    func pause(after number: Int) -> Duration {
        let whole = pause * (1 << (2 * min(number - 1, 8)))
        return whole * Double.random(in: 0.5...1)
    }
}
