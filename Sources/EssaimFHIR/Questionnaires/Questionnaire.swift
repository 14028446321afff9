extension FHIR {
    /// FHIR R4 `Questionnaire`, https://hl7.org/fhir/R4/questionnaire.html, as far as a form of Essaim needs it.
    public struct Questionnaire: Sendable, Equatable, Codable {
        public var resourceType: String
        public var id: String?
        public var `extension`: [Extension]?
        public var modifierExtension: [Extension]?
        public var url: String?
        public var version: String?
        public var name: String?
        public var title: String?
        public var status: String
        public var publisher: String?
        public var language: String?
        public var effectivePeriod: Period?
        public var item: [QuestionnaireItem]?
    }

    public struct QuestionnaireItem: Sendable, Equatable, Codable {
        public var `extension`: [Extension]?
        public var modifierExtension: [Extension]?
        public var linkId: String
        public var text: String?
        /// `group`, `display`, `boolean`, `choice`…
        public var type: String
        public var enableWhen: [EnableWhen]?
        /// `all` or `any`; compulsory with more than one condition.
        public var enableBehavior: String?
        public var required: Bool?
        public var repeats: Bool?
        public var answerValueSet: String?
        public var answerOption: [AnswerOption]?
        public var item: [QuestionnaireItem]?
    }

    public struct EnableWhen: Sendable, Equatable, Codable {
        public var question: String
        /// `exists`, `=`, `!=`, `>`, `<`, `>=`, `<=`
        public var `operator`: String
        public var answerBoolean: Bool?
        public var answerCoding: Coding?
        public var answerDate: String?
        public var answerDecimal: Double?
        public var answerInteger: Int?
        public var answerString: String?
    }

    public struct AnswerOption: Sendable, Equatable, Codable {
        public var valueCoding: Coding?
        public var valueString: String?
    }
}
