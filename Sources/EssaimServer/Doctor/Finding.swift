/// One thing that was looked at, and what to do about it.
public struct Finding: Sendable, Equatable, Codable {
    public enum Level: String, Sendable, Codable, Comparable {
        case good, look, wrong

        public static func < (a: Self, b: Self) -> Bool { a.code < b.code }

        /// What the command ends with when this is the worst.
        public var code: Int32 {
            switch self {
            case .good: 0
            case .look: 1
            case .wrong: 2
            }
        }

        var mark: String {
            switch self {
            case .good: "✓     "
            case .look: "à voir"
            case .wrong: "✗     "
            }
        }
    }

    public let level: Level
    /// What was looked at, in two or three words.
    public let subject: String
    /// What was found.
    public let found: String
    /// What to do; nil when there is nothing to do.
    public let advice: String?

    static func good(_ subject: String, _ found: String) -> Finding {
        Finding(level: .good, subject: subject, found: found, advice: nil)
    }

    static func look(_ subject: String, _ found: String, _ advice: String) -> Finding {
        Finding(level: .look, subject: subject, found: found, advice: advice)
    }

    static func wrong(_ subject: String, _ found: String, _ advice: String) -> Finding {
        Finding(level: .wrong, subject: subject, found: found, advice: advice)
    }

    public var line: String {
        "\(level.mark)  \(subject)\u{A0}: \(found)" + (advice.map { "\n        → \($0)" } ?? "")
    }
}
