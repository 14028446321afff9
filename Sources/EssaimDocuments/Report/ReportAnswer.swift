extension ConsultationReport {
    /// The opinion.
    public struct Answer: Sendable, Equatable {
        /// Date and time of the answer, in words.
        public var at: String
        /// The coded orientation, in words: « Consultation programmée sous 15 jours ».
        public var orientation: String
        public var text: String
        /// What the opinion could not take into account: quality of a photograph, missing facts.
        public var limits: String
        /// « 5 décembre 2026 », when the patient must be seen.
        public var seeBefore: String
        /// « Suspicion de cancer »; empty when the expert did not say.
        public var gravity: String
        /// What was prescribed with the opinion (R.6316-4); empty when nothing was.
        public var prescriptions: String

        public init(
            at: String, orientation: String, text: String, limits: String = "", seeBefore: String = "",
            gravity: String = "", prescriptions: String = ""
        ) {
            self.at = at
            self.orientation = orientation
            self.text = text
            self.limits = limits
            self.seeBefore = seeBefore
            self.gravity = gravity
            self.prescriptions = prescriptions
        }
    }

    /// A correction by the expert, at any time after the answer.
    public struct Erratum: Sendable, Equatable {
        public var at: String
        public var author: String
        public var text: String

        public init(at: String, author: String, text: String) {
            self.at = at
            self.author = author
            self.text = text
        }
    }
}
