import EssaimDomain
import EssaimFHIR
import Foundation
import Testing

/// What holds for every form that is shipped.
struct ShippedFormTests {
    private static let names = [
        "allergologie", "antibiotiques", "cardiologie", "dermatologie", "diabetologie", "ecg", "geriatrie",
        "gynecologie-obstetrique", "hematologie", "infectiologie", "medecine-interne", "medecine-vasculaire",
        "nephrologie", "oncologie", "ophtalmologie", "orl", "orthopedie", "plaies", "pneumologie", "thyroide",
    ]

    @Test func `each file of the folder is listed here`() throws {
        let here = URL(fileURLWithPath: #filePath)
        let root = (0..<4).reduce(here) { folder, _ in folder.deletingLastPathComponent() }
        let files = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "protocols").path)
        #expect(files.sorted() == Self.names.map { "\($0).json" })
    }

    @Test(arguments: names) func `it says when to use it, who wrote it and when to read it again`(name: String) throws {
        let form = try ShippedForm.read(name)
        #expect(form.id.rawValue == name && !form.guidance.whenToUse.isEmpty)
        #expect(form.guidance.author == "Proposition de l’équipe d’Essaim, à relire par un clinicien")
        let review = try #require(form.guidance.reviewOn)
        #expect(!form.guidance.isToBeReviewed(on: try #require(CivilDate("2027-11-21"))))
        #expect(form.guidance.isToBeReviewed(on: review))
        #expect(form.allItems.filter(\.isRequired).count <= 8, "short: few compulsory answers")
        #expect(form.items.contains { !$0.redFlags.isEmpty })
    }

    @Test(arguments: names) func `written as a Questionnaire and read again, it is the same form`(name: String) throws {
        let form = try ShippedForm.read(name)
        let data = try JSONEncoder().encode(FHIR.Questionnaire(form))
        #expect(try ClinicalProtocol(JSONDecoder().decode(FHIR.Questionnaire.self, from: data)) == form)
    }

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
        #expect(conditional > 0)
    }

    @Test(arguments: names) func `its French is typographic and each label is read in one go`(name: String) throws {
        let form = try ShippedForm.read(name)
        let labels = form.allItems.map(\.label) + form.allItems.flatMap { $0.options.map(\.label) }
        let texts =
            labels + form.allItems.map(\.help) + form.slots.flatMap { [$0.label, $0.help] }
            + form.allItems.flatMap { $0.redFlags.map(\.message) } + form.guidance.testsFirst + form.guidance.banners
            + [form.guidance.whenToUse, form.title]
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
            // Of a text, the words to write instead stand in its help.
            let ways = ["unknown", "other"]
            let hasWay = item.options.contains { ways.contains($0.code) } || item.help.contains("«")
            #expect(hasWay, "\(item.id) leaves no way out")
        }
    }
}
