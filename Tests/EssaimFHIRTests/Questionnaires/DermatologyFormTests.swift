import EssaimDomain
import EssaimFHIR
import Foundation
import Testing

/// The form of `protocols/dermatologie.json`, as shipped.
struct DermatologyFormTests {
    private func form() throws -> ClinicalProtocol { try ShippedForm.read("dermatologie") }

    private let complete: FormAnswers = ["suspicion": ["tumour"], "site": ["back"], "since": ["months"]]

    @Test func `it asks what dermatologists ask, and few answers are compulsory`() throws {
        let form = try form()
        #expect(form.id == "dermatologie" && form.version == "1.1.0" && form.title == "Dermatologie")
        let asked = form.allItems.map(\.id)
        let expected = [
            "alarm", "suspicion", "site", "site-other", "nail-which", "side", "since", "signs", "change", "size",
            "background",
            "phototype", "skin-cancer", "immunosuppression", "immunosuppression-cause", "anticoagulant", "tried",
        ]
        #expect(asked == expected)
        #expect(form.check([:]).faults.map(\.field) == ["form.suspicion", "form.site", "form.since"])
        #expect(form.check(complete).faults == [])
    }

    @Test func `two photographs are compulsory, dermoscopy is not`() throws {
        #expect(try form().slots.map(\.code) == ["centered", "wide", "dermoscopy"])
        #expect(try form().missingSlots(filled: []).map(\.slot.label) == ["Centrée", "Large"])
    }

    @Test(arguments: [
        ("skin-detachment", "Fièvre avec décollement de la peau ou bulles"),
        ("febrile-purpura", "Fièvre avec purpura qui s’étend"),
        ("airway-swelling", "Visage gonflé avec gêne respiratoire"),
    ])
    func `each alarm stops the sending and shows the 15`(code: String, words: String) throws {
        var answers = complete
        answers["alarm"] = [code]
        let flags = try form().check(answers).redFlags
        #expect(flags.count == 1)
        #expect(flags.first?.message.hasPrefix(words) == true && flags.first?.message.contains("appelez le 15") == true)
        #expect(try form().check(complete).redFlags == [])
    }

    @Test(arguments: [
        ("site-other", "site", "other", "back"), ("change", "signs", "change", "itch"),
        ("size", "suspicion", "tumour", "infection"), ("immunosuppression-cause", "immunosuppression", "true", "false"),
        ("side", "site", "leg", "widespread"), ("side", "site", "eyelid", "mouth"),
        ("nail-which", "site", "nail", "hand"),
    ])
    func `a question that follows from another shows only then`(
        item: String, target: String, shows: String, hides: String
    ) throws {
        var answers = complete
        answers[target] = [shows]
        #expect(try form().check(answers).visible.contains(item))
        answers[target] = [hides]
        #expect(try !form().check(answers).visible.contains(item))
    }

    @Test func `help, unit and bounds are read`() throws {
        let form = try form()
        #expect(form.item("suspicion")?.help == "Même incertain.")
        #expect(form.item("size")?.unit == "mm")
        #expect(form.item("size")?.minimum == 1 && form.item("size")?.maximum == 500)
        var answers = complete
        answers["size"] = ["9"]
        #expect(form.lines(of: answers).last?.text == "9\u{A0}mm")
    }

    @Test func `a form damaged at random is read or refused by name, never a crash`() throws {
        var random = SeededRandom(3)
        let original = try #require(String(data: ShippedForm.json("dermatologie"), encoding: .utf8))
        let lines = original.split(separator: "\n")
        var refused = 0
        for _ in 0..<400 {
            var damaged = lines
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                damaged.remove(at: Int.random(in: damaged.indices, using: &random))
            }
            let data = Data(damaged.joined(separator: "\n").utf8)
            do { _ = try ClinicalProtocol(JSONDecoder().decode(FHIR.Questionnaire.self, from: data)) } catch {
                #expect(error is DecodingError || error is QuestionnaireFault)
                refused += 1
            }
        }
        #expect(refused > 200)
    }
}
