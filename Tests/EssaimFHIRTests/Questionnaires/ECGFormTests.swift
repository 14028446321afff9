import EssaimDomain
import Testing

/// The form of `protocols/ecg.json`, as a general practitioner fills it with the patient on the table.
struct ECGFormTests {
    private let complete = "reason=palpitations now=well"

    @Test func `two taps are compulsory, and the whole ECG`() throws {
        let form = try ShippedForm.read("ecg")
        #expect(form.id == "ecg" && form.title == "ECG et cardiologie")
        #expect(form.check([:]).faults.map(\.field) == ["form.reason", "form.now"])
        #expect(form.check(FormAnswers(answered: complete)).faults == [])
        #expect(form.slots.map(\.code) == ["ecg", "earlier"])
        #expect(form.missingSlots(filled: []).map(\.slot.label) == ["ECG entier"])
        #expect(form.slots[0].help.contains("12 dérivations entières"))
    }

    @Test(
        arguments: [
            ("reason=palpitations", ["since"]), ("reason=past-pain", ["since"]), ("reason=exertion", ["since"]),
            ("reason=faint", ["since"]), ("reason=other", ["reason-other", "since"]), ("reason=drug", []),
            ("reason=check-up", []), ("reason=chance", []),
            ("now=symptoms", ["now-which"]), ("now=well", []), ("now=unknown", []),
            ("pacemaker=true", ["pacemaker-kind"]), ("pacemaker=false", []),
            ("qt-drug=true", ["qt-which", "potassium"]), ("qt-drug=false", []),
        ] as [(String, [String])])
    func `what was answered decides what else is asked`(answered: String, asked: [String]) throws {
        #expect(try ShippedForm.read("ecg").shown(answered) == asked)
    }

    @Test(arguments: [
        ("chest-pain", "Douleur thoracique en cours"), ("syncope", "Syncope récente"),
        ("dyspnoea", "Essoufflement au repos"),
    ])
    func `each alarm stops the sending and shows the 15`(code: String, words: String) throws {
        let form = try ShippedForm.read("ecg")
        let flags = form.check(FormAnswers(answered: "\(complete) alarm=\(code)")).redFlags
        #expect(flags.map(\.item) == ["alarm"])
        #expect(flags.first?.message.hasPrefix(words) == true && flags.first?.message.contains("appelez le 15") == true)
        #expect(form.check(FormAnswers(answered: complete)).redFlags == [])
    }

    @Test(arguments: [
        ("systolic=13", "form.systolic", "Au moins 40\u{A0}mmHg."), ("rate=400", "form.rate", "Au plus 300\u{A0}/min."),
        ("saturation=101", "form.saturation", "Au plus 100\u{A0}%."),
        ("potassium=45", "form.potassium", "Au plus 10\u{A0}mmol/L."),
    ])
    func `a number that cannot be is said at its field`(typed: String, field: String, message: String) throws {
        let answers = FormAnswers(answered: "\(complete) qt-drug=true \(typed)")
        #expect(try ShippedForm.read("ecg").check(answers).faults == [FieldFault(field: field, message: message)])
    }

    @Test func `a reader finds it in the order of the form, with its units`() throws {
        let lines = try ShippedForm.read("ecg").lines(
            of: FormAnswers(
                answered: "potassium=3,9 qt-drug=true saturation=97 rate=72 diastolic=80 systolic=135 now=well "
                    + "reason=drug history=af,hypertension pacemaker=false"))
        #expect(
            lines.map { "\($0.group)|\($0.label)|\($0.text)".replacing("\u{A0}", with: " ") } == [
                "|Pourquoi cet ECG ?|Avant ou sous un traitement", "|Pendant l’ECG|Aucun symptôme",
                "Constantes|Tension|135/80 mmHg", "Constantes|Fréquence cardiaque|72 /min",
                "Constantes|Saturation (SpO2)|97 %", "Terrain|Antécédents|Fibrillation atriale, Hypertension",
                "Terrain|Pacemaker ou défibrillateur|non", "Terrain|Médicament qui allonge le QT|oui",
                "Terrain|Kaliémie|3,9 mmol/L",
            ])
    }
}
