/// The extensions of a form. Those of HL7 are named as HL7 names them; the others are Essaim's:
///
/// `attachment-slot`, on the Questionnaire, once a slot: a photograph or document that the form asks for.
/// - `code` (code), `label` (string), `help` (string, optional), `required` (boolean, optional), `minimum` (integer,
///   optional: how many; 1 when required), `example` (code, optional: one of our drawings)
///
/// `red-flag`, on a question, once a flag: an answer that stops the sending and shows the 15.
/// - `operator` (code, as in `enableWhen`; `=` when absent), `answer` (boolean, code, date, decimal, integer or
///   string), `message` (string, what to do)
///
/// `direction`, on a question, once a rule: an answer that points to another door, and stops nothing.
/// - `operator` and `answer` as in `red-flag`, `message` (string), `line` (code, optional), `phone` (string, optional);
///   a line or a phone at least
///
/// On the Questionnaire: `when-to-use` (string), `test-first` (string, once a line), `banner` (string, once a sentence).
/// Its author stands in `publisher`, the day of its review in `effectivePeriod.end`.
///
/// `measure`, on a group of numbers of one unit: typed side by side and read as one, « 32 × 18 × 4 mm ».
/// - value (string): what stands between them, `×` or `/`
enum QuestionnaireExtension {
    static let attachmentSlot = FHIR.extensionBase + "attachment-slot"
    static let redFlag = FHIR.extensionBase + "red-flag"
    static let direction = FHIR.extensionBase + "direction"
    static let whenToUse = FHIR.extensionBase + "when-to-use"
    static let testFirst = FHIR.extensionBase + "test-first"
    static let banner = FHIR.extensionBase + "banner"
    static let measure = FHIR.extensionBase + "measure"

    static let unit = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit"
    static let minimum = "http://hl7.org/fhir/StructureDefinition/minValue"
    static let maximum = "http://hl7.org/fhir/StructureDefinition/maxValue"
    static let itemControl = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"
}

extension FHIR.QuestionnaireItem {
    /// A display item that helps with the question above it (`questionnaire-itemControl`, code `help`).
    var isHelp: Bool {
        let control = self.extension?.first(QuestionnaireExtension.itemControl)?.valueCodeableConcept
        return type == "display" && control?.coding?.contains { $0.code == "help" } == true
    }
}
