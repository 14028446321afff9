extension ConsultationReport {
    /// The demand's way from sending to answer, each step with date and time in words.
    public struct Course: Sendable, Equatable {
        public var urgency: String
        public var sentAt: String
        public var takenAt: String
        /// The time before which an answer was promised, « 22 novembre 2026 à 9 h 05 ».
        public var promisedAt: String
        /// Information asked for and given, in order.
        public var exchanges: [Exchange]

        public init(
            urgency: String, sentAt: String, takenAt: String, promisedAt: String = "", exchanges: [Exchange] = []
        ) {
            self.urgency = urgency
            self.sentAt = sentAt
            self.takenAt = takenAt
            self.promisedAt = promisedAt
            self.exchanges = exchanges
        }
    }

    /// A message between the two sides.
    public struct Exchange: Sendable, Equatable {
        public var at: String
        public var author: String
        /// « Information demandée », « Information donnée ».
        public var kind: String
        public var text: String

        public init(at: String, author: String, kind: String = "", text: String) {
            self.at = at
            self.author = author
            self.kind = kind
            self.text = text
        }
    }

    /// An act to bill or billed (NGAP).
    public struct Act: Sendable, Equatable {
        /// « TE2 », « RQD ».
        public var code: String
        public var professional: String
        /// « 23,00 € ».
        public var amount: String
        public var date: String

        public init(code: String, professional: String, amount: String, date: String) {
            self.code = code
            self.professional = professional
            self.amount = amount
            self.date = date
        }
    }
}
