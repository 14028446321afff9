extension ClinicalProtocol {
    /// An answer for which another door is better: another line, or the telephone.
    public struct DirectionRule: Sendable, Equatable {
        public let test: Test
        /// Why, and where to, in French, as it is shown.
        public let message: String
        /// The better line; nil when it is only to be called.
        public let line: Identifier<Offer>?
        /// The number to call; empty for none.
        public let phone: String

        public init(when test: Test, message: String, line: Identifier<Offer>? = nil, phone: String = "") {
            self.test = test
            self.message = message
            self.line = line
            self.phone = phone
        }
    }
}

/// Another door that an answer points to.
public struct Direction: Sendable, Hashable {
    /// Id of the question, and its label.
    public let item: String
    public let label: String
    public let message: String
    public let line: Identifier<Offer>?
    public let phone: String
}
