import EssaimDomain
import EssaimFHIR
import Foundation
import Testing

struct QuestionnaireFaultTests {
    /// A Questionnaire of these items, as JSON.
    private func questionnaire(_ items: String, _ more: String = "") throws -> FHIR.Questionnaire {
        let head = #""resourceType": "Questionnaire", "id": "f", "version": "1", "title": "F", "status": "active""#
        return try JSONDecoder().decode(
            FHIR.Questionnaire.self, from: Data("{\(head)\(more), \"item\": [\(items)]}".utf8))
    }

    private func fault(_ questionnaire: FHIR.Questionnaire) -> QuestionnaireFault? {
        do throws(QuestionnaireFault) {
            _ = try ClinicalProtocol(questionnaire)
            return nil
        } catch { return error }
    }

    /// Question `a`, with that besides.
    private static func yesOrNo(_ rest: String) -> String {
        "{\"linkId\": \"a\", \"text\": \"A\", \"type\": \"boolean\", \(rest)}"
    }

    /// Question `a`, shown on those conditions.
    private static func when(_ conditions: String) -> String { yesOrNo("\"enableWhen\": [\(conditions)]") }

    private static let yes = #"{"linkId": "y", "text": "Y", "type": "boolean"}"#

    @Test(
        arguments: [
            (
                #"{"linkId": "a", "text": "A", "type": "attachment"}"#,
                QuestionnaireFault.unsupportedType(item: "a", type: "attachment")
            ),
            (#"{"linkId": "a", "text": "A", "type": "open-choice"}"#, .unsupportedType(item: "a", type: "open-choice")),
            (#"{"linkId": "a", "text": "A", "type": "display"}"#, .unsupportedType(item: "a", type: "display")),
            (#"{"linkId": "a", "text": "A", "type": "choice"}"#, .form(.noOption(item: "a"))),
            (#"{"linkId": "a", "text": "A", "type": "choice", "answerValueSet": "urn:x"}"#, .valueSet(item: "a")),
            (
                #"{"linkId": "a", "text": "A", "type": "choice", "answerOption": [{"valueInteger": 1}]}"#,
                .unreadableOption(item: "a")
            ),
            (
                yesOrNo(#""modifierExtension": [{"url": "urn:x"}]"#),
                .modifierExtension(item: "a")
            ),
            (
                yesOrNo(#""item": [{"linkId": "b", "text": "B", "type": "boolean"}]"#),
                .itemUnderQuestion(item: "b")
            ),
            (
                when(#"{"question": "y", "operator": "~", "answerBoolean": true}"#),
                .unknownOperator(item: "a", "~")
            ),
            (
                when(#"{"question": "y", "operator": "="}"#),
                .unreadableAnswer(item: "a")
            ),
            (
                when(#"{"question": "y", "operator": "=", "answerBoolean": true, "answerString": "x"}"#),
                .unreadableAnswer(item: "a")
            ),
            (
                when(#"{"question": "y", "operator": "exists", "answerString": "x"}"#),
                .unreadableAnswer(item: "a")
            ),
            (
                when(
                    #"{"question": "y", "operator": "exists", "answerBoolean": true}, "#
                        + #"{"question": "y", "operator": "=", "answerBoolean": false}"#
                ),
                .missingBehavior(item: "a")
            ),
            (
                when(#"{"question": "z", "operator": "=", "answerBoolean": true}"#),
                .form(.unknownConditionTarget(item: "a", target: "z"))
            ),
            (
                when(#"{"question": "a", "operator": "=", "answerBoolean": true}"#),
                .form(.circularCondition(["a", "a"]))
            ),
            (#"{"linkId": "y", "text": "A", "type": "boolean"}"#, .form(.duplicateId("y"))),
            (#"{"linkId": "a", "type": "boolean"}"#, .form(.emptyLabel(item: "a"))),
            (
                yesOrNo(#""extension": [{"url": "https://essaim.example/fhir/StructureDefinition/red-flag"}]"#),
                .unreadableExtension(item: "a", url: "https://essaim.example/fhir/StructureDefinition/red-flag")
            ),
        ] as [(String, QuestionnaireFault)])
    func `a Questionnaire that cannot be used is refused by name`(item: String, expected: QuestionnaireFault) throws {
        #expect(fault(try questionnaire(Self.yes + ", " + item)) == expected)
        #expect(!expected.description.isEmpty)
    }

    @Test(arguments: [
        ("status", "\"retired\"", QuestionnaireFault.unusableStatus("retired")),
        ("version", "null", .missing(element: "version")),
        ("id", "\"\"", .missing(element: "id")), ("title", "null", .missing(element: "title")),
        ("resourceType", "\"Bundle\"", .notAQuestionnaire(resourceType: "Bundle")),
        ("modifierExtension", "[{\"url\": \"urn:x\"}]", .modifierExtension(item: nil)),
        ("item", "null", .form(.noItem)),
    ])
    func `a Questionnaire lacking what it needs is refused by name`(
        element: String, value: String, expected: QuestionnaireFault
    ) throws {
        var parts = [
            "resourceType": "\"Questionnaire\"", "id": "\"f\"", "version": "\"1\"", "title": "\"F\"",
            "status": "\"draft\"",
            "item": "[\(Self.yes)]",
        ]
        parts[element] = value
        let json = "{" + parts.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
        #expect(fault(try JSONDecoder().decode(FHIR.Questionnaire.self, from: Data(json.utf8))) == expected)
    }

    @Test func `groups nested for ever are refused, not followed`() throws {
        var item = Self.yes
        for depth in 0..<100 {
            item = "{\"linkId\": \"g\(depth)\", \"text\": \"G\", \"type\": \"group\", \"item\": [\(item)]}"
        }
        #expect(fault(try questionnaire(item)) == .form(.tooDeep(limit: 8)))
    }

    @Test(arguments: [
        ("answerInteger", "38", "38,0"), ("answerDecimal", "38.5", "38,5"), ("answerDecimal", "38", "38"),
    ])
    func `a condition on a number holds by value`(element: String, value: String, answer: String) throws {
        let form = try ClinicalProtocol(
            questionnaire(
                """
                {"linkId": "t", "text": "T", "type": "decimal"},
                {"linkId": "a", "text": "A", "type": "boolean",
                 "enableWhen": [{"question": "t", "operator": ">=", "\(element)": \(value)}]}
                """))
        #expect(form.check(["t": [answer]]).visible.contains("a"))
        #expect(!form.check(["t": ["36,9"]]).visible.contains("a"))
    }

    @Test func `elements that we do not use are ignored`() throws {
        let item =
            #"{"linkId": "a", "text": "A", "type": "string", "prefix": "1", "maxLength": 5, "code": [{"code": "x"}]}"#
        #expect(fault(try questionnaire(item, #", "publisher": "X", "useContext": []"#)) == nil)
    }

    @Test func `a compulsory question of a multiple choice and a code without a label are read`() throws {
        let item =
            #"{"linkId": "a", "text": "A", "type": "choice", "repeats": true, "required": true, "answerOption": "#
            + #"[{"valueString": "x"}, {"valueCoding": {"code": "z"}}]}"#
        let form = try ClinicalProtocol(questionnaire(item))
        #expect(form.item("a")?.kind == .multipleChoice([.init(code: "x", label: "x"), .init(code: "z", label: "z")]))
        #expect(form.item("a")?.isRequired == true)
    }
}
