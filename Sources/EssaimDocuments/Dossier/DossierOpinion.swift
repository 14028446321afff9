extension Dossier {
    /// One version of the answer.
    public struct Opinion: Sendable, Equatable {
        /// From 1.
        public var version: Int
        /// « Dr Anne Essai ».
        public var author: String
        /// The senior who validated a junior's answer.
        public var validatedBy: String
        public var answer: ConsultationReport.Answer

        public init(version: Int, author: String, validatedBy: String = "", answer: ConsultationReport.Answer) {
            self.version = version
            self.author = author
            self.validatedBy = validatedBy
            self.answer = answer
        }

        /// « Version 2 · samedi 21 novembre 2026 à 14 h 18 · Dr Anne Essai ».
        var origin: String {
            ["Version \(version)", answer.at, author, validatedBy.prefixed("validée par ")].joined(of: " · ")
        }
    }
}
