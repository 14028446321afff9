import EssaimDomain
import EssaimFHIR
import Foundation
import Testing

struct RoundTripTests {
    @Test func `any form, written and read again, is the same form`() throws {
        var random = SeededRandom(57)
        for _ in 0..<300 {
            let form = try RandomForm.make(&random)
            let data = try JSONEncoder().encode(FHIR.Questionnaire(form))
            #expect(try ClinicalProtocol(JSONDecoder().decode(FHIR.Questionnaire.self, from: data)) == form)
        }
    }
}

/// Forms that hold, of every kind of question and rule.
private enum RandomForm {
    typealias Item = ClinicalProtocol.Item

    static func make(_ random: inout SeededRandom) throws -> ClinicalProtocol {
        var items: [Item] = []
        for index in 0..<Int.random(in: 1...12, using: &random) {
            items.append(item("q\(index)", after: items.filter { !$0.isGroup }, &random))
        }
        let slots = (0..<Int.random(in: 0...3, using: &random)).map { index in
            ClinicalProtocol.AttachmentSlot(
                code: "s\(index)", label: text(&random), help: maybe("aide", &random),
                minimum: Int.random(in: 0...3, using: &random),
                example: Bool.random(using: &random) ? .allCases.randomElement(using: &random) : nil)
        }
        return try ClinicalProtocol(
            id: "f", version: "1", title: text(&random), items: items, slots: slots,
            guidance: .init(
                whenToUse: maybe("quand", &random), testsFirst: Array(repeating: "examen", count: index(3, &random)),
                banners: Array(repeating: "«\u{A0}bandeau\u{A0}»", count: index(3, &random)),
                author: maybe("Dr", &random), reviewOn: Bool.random(using: &random) ? CivilDate("2027-11-22") : nil))
    }

    private static func item(_ id: String, after others: [Item], _ random: inout SeededRandom) -> Item {
        let options = ["a", "b", "c"].map { ClinicalProtocol.Option(code: $0, label: "\($0) «\u{A0}1\u{A0}»") }
        let number = Item(id: id + "-n", label: "n", kind: .integer, unit: "mm", minimum: 0, maximum: 9)
        let other = Item(id: id + "-m", label: "m", kind: .decimal, unit: "mm")
        let kinds: [ClinicalProtocol.Kind] = [
            .boolean, .choice(options), .multipleChoice(options), .integer, .decimal, .text(isLong: true),
            .text(isLong: false), .date, .group([number, other]),
        ]
        let kind = kinds[index(kinds.count, &random)]
        let isGroup = if case .group = kind { true } else { false }
        var conditions: [ClinicalProtocol.Condition] = []
        if let target = others.randomElement(using: &random), Bool.random(using: &random) {
            conditions = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                .init(item: target.id, test: test(target.kind, &random))
            }
        }
        let hasRules = !isGroup && Bool.random(using: &random)
        return Item(
            id: id, label: text(&random), kind: kind, help: maybe("aide\nici", &random), unit: maybe("mm", &random),
            isRequired: Bool.random(using: &random), conditions: conditions,
            needsAllConditions: conditions.isEmpty,
            redFlags: hasRules ? [.init(when: test(kind, &random), message: "15")] : [],
            directions: hasRules
                ? [.init(when: test(kind, &random), message: "là", line: "l", phone: maybe("02 99", &random))] : [],
            minimum: Bool.random(using: &random) ? -0.5 : nil, maximum: Bool.random(using: &random) ? 1e6 : nil,
            separator: isGroup && Bool.random(using: &random) ? "×" : "")
    }

    private static func test(
        _ kind: ClinicalProtocol.Kind, _ random: inout SeededRandom
    ) -> ClinicalProtocol.Test {
        let value =
            switch kind {
            case .boolean: "true"
            case .integer, .decimal: ["37,5", "38.0", "-2", "007"][index(4, &random)]
            case .date: "22/11/2026"
            default: "b"
            }
        let tests: [ClinicalProtocol.Test] = [
            .equals(value), .differs(value), .exists(true), .exists(false), .less(than: value), .atMost(value),
            .greater(than: value), .atLeast(value),
        ]
        return tests[index(tests.count, &random)]
    }

    private static func index(_ count: Int, _ random: inout SeededRandom) -> Int {
        Int.random(in: 0..<count, using: &random)
    }

    private static func maybe(_ text: String, _ random: inout SeededRandom) -> String {
        Bool.random(using: &random) ? text : ""
    }

    private static func text(_ random: inout SeededRandom) -> String {
        ["Où\u{A0}?", "\"guillemets\" \\ et <b>", "Œ", "a\u{301}", "👩🏽‍⚕️"][index(5, &random)]
    }
}
