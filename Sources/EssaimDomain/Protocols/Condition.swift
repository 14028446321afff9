extension ClinicalProtocol {
    /// When an item shows: what the answer to another question must be (FHIR `enableWhen`).
    public struct Condition: Sendable, Equatable {
        /// Id of the other question.
        public let item: String
        public let test: Test

        public init(item: String, test: Test) {
            self.item = item
            self.test = test
        }
    }

    /// A test of one question's answers; of several answers, one is enough.
    public enum Test: Sendable, Equatable {
        /// Answered at all, or not.
        case exists(Bool)
        case equals(String)
        /// One of the answers is another value; false without an answer.
        case differs(String)
        /// Numbers by value, days by order, else never.
        case less(than: String)
        case atMost(String)
        case greater(than: String)
        case atLeast(String)

        /// The value compared with; nil for `exists`.
        public var value: String? {
            switch self {
            case .exists: nil
            case .equals(let value), .differs(let value), .less(let value), .atMost(let value), .greater(let value),
                .atLeast(let value):
                value
            }
        }

        func holds(for answers: [String]) -> Bool {
            switch self {
            case .exists(let expected): answers.isEmpty != expected
            case .equals(let value): answers.contains { compare($0, value) == 0 }
            case .differs(let value): answers.contains { compare($0, value) != 0 }
            case .less(let value): answers.contains { compare($0, value).map { $0 < 0 } ?? false }
            case .atMost(let value): answers.contains { compare($0, value).map { $0 <= 0 } ?? false }
            case .greater(let value): answers.contains { compare($0, value).map { $0 > 0 } ?? false }
            case .atLeast(let value): answers.contains { compare($0, value).map { $0 >= 0 } ?? false }
            }
        }
    }

    /// An answer that calls for the 15, not for an opinion.
    public struct RedFlagRule: Sendable, Equatable {
        public let test: Test
        /// What to do, in French, as it is shown.
        public let message: String

        public init(when test: Test, message: String) {
            self.test = test
            self.message = message
        }
    }
}

/// A red flag that an answer raised.
public struct RedFlag: Sendable, Hashable {
    /// Id of the question, and its label.
    public let item: String
    public let label: String
    /// What to do, in French.
    public let message: String

    public init(item: String, label: String, message: String) {
        self.item = item
        self.label = label
        self.message = message
    }
}

/// Order of two answers: below zero when `a` comes first; nil when they have none. Equal text is equal.
private func compare(_ a: String, _ b: String) -> Int? {
    if a == b { return 0 }
    if let a = FormValue.decimal(a), let b = FormValue.decimal(b) { return a < b ? -1 : a > b ? 1 : 0 }
    if let a = CivilDate.parse(a), let b = CivilDate.parse(b) { return a < b ? -1 : a > b ? 1 : 0 }
    return nil
}
