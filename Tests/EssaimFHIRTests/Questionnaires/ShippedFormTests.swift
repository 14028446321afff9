import EssaimDomain
import Testing

/// What holds for every form that is shipped.
struct ShippedFormTests {
    private static let names = ["dermatologie", "plaies", "ecg"]

    @Test(arguments: names) func `every condition can be met, and what it shows can be hidden again`(name: String)
        throws
    {
        let form = try ShippedForm.read(name)
        var conditional = 0
        for item in form.allItems {
            for condition in item.conditions {
                conditional += 1
                guard case .equals(let value) = condition.test else {
                    Issue.record("\(item.id): the page folds by equality only")
                    continue
                }
                // What the question looks at may itself have to be shown first.
                var answers: FormAnswers = [:]
                var looked: ClinicalProtocol.Item? = form.item(condition.item)
                answers[condition.item] = [value]
                while let first = looked?.conditions.first {
                    answers[first.item] = [first.test.value ?? ""]
                    looked = form.item(first.item)
                }
                #expect(form.check(answers).visible.contains(item.id), "\(item.id) when \(condition.item) is \(value)")
                answers[condition.item] = []
                #expect(!form.check(answers).visible.contains(item.id), "\(item.id) without \(condition.item)")
            }
            #expect(Set(item.conditions.map(\.item)).count <= 1, "\(item.id): the page folds by one question")
        }
        #expect(conditional > 4)
    }

    @Test(arguments: names) func `its French is typographic and each label is read in one go`(name: String) throws {
        let form = try ShippedForm.read(name)
        let labels = form.allItems.map(\.label) + form.allItems.flatMap { $0.options.map(\.label) }
        let texts =
            labels + form.allItems.map(\.help) + form.slots.flatMap { [$0.label, $0.help] }
            + form.allItems.flatMap { $0.redFlags.map(\.message) }
        for text in texts {
            for odd in ["'", " :", " ;", " ?", "!", "...", "  "] { #expect(!text.contains(odd), "\(text)") }
        }
        for label in labels { #expect(label.count <= 60, "\(label)") }
    }

    @Test(arguments: names) func `every number has bounds, and what is compulsory can be answered by who does not know`(
        name: String
    ) throws {
        let form = try ShippedForm.read(name)
        for item in form.allItems {
            switch item.kind {
            case .integer, .decimal: #expect(item.minimum != nil && item.maximum != nil, "\(item.id)")
            default: break
            }
            guard item.isRequired, item.conditions.isEmpty else { continue }
            let ways = ["unknown", "other"]
            #expect(item.options.contains { ways.contains($0.code) }, "\(item.id) leaves no way out")
        }
    }
}
