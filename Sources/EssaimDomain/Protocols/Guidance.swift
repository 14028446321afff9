extension ClinicalProtocol {
    /// What a form says of itself beside its questions.
    public struct Guidance: Sendable, Hashable {
        /// For which patients this is the right door.
        public let whenToUse: String
        /// What to have done before asking, one a line.
        public let testsFirst: [String]
        /// Shown above the questions, each a sentence that must not be missed.
        public let banners: [String]
        /// Who answers for what it asks.
        public let author: String
        /// The day from which it is to be looked at again.
        public let reviewOn: CivilDate?

        public init(
            whenToUse: String = "", testsFirst: [String] = [], banners: [String] = [], author: String = "",
            reviewOn: CivilDate? = nil
        ) {
            self.whenToUse = whenToUse
            self.testsFirst = testsFirst
            self.banners = banners
            self.author = author
            self.reviewOn = reviewOn
        }

        public func isToBeReviewed(on day: CivilDate) -> Bool { reviewOn.map { $0 <= day } ?? false }
    }
}

/// A form as it was on a day: once published it never changes.
public struct FormEdition: Sendable, Hashable, Codable {
    public let form: Identifier<ClinicalProtocol>
    public let version: String

    public init(form: Identifier<ClinicalProtocol>, version: String) {
        self.form = form
        self.version = version
    }
}
