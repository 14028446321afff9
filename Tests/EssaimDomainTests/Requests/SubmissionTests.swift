import EssaimDomain
import EssaimTestSupport
import Testing

/// From a draft to a demand that is sent: everything that must be right, and what is said when it is not.
struct SubmissionTests {
    /// One thing wrong with a complete draft, and the fields that say so.
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let fields: [String]
        let change: @Sendable (inout RequestContent) -> Void

        init(_ description: String, _ fields: [String], _ change: @escaping @Sendable (inout RequestContent) -> Void) {
            testDescription = description
            self.fields = fields
            self.change = change
        }
    }

    static let tooLong = String(repeating: "x", count: 8001)
    static let faults: [Fault] = [
        Fault("no birth name", ["patient.birthFamilyName"]) { $0.patient.birthFamilyName = " " },
        Fault("digits in the name", ["patient.birthFamilyName"]) { $0.patient.birthFamilyName = "Fictive 2" },
        Fault("no given name", ["patient.firstGivenName"]) { $0.patient.firstGivenName = "" },
        Fault("a used name of one digit", ["patient.usedFamilyName"]) { $0.patient.usedFamilyName = "4" },
        Fault("no birth date", ["patient.birthDate"]) { $0.patient.birthDate = "" },
        Fault("30 February", ["patient.birthDate"]) { $0.patient.birthDate = "30/02/1958" },
        Fault("born tomorrow", ["patient.birthDate"]) { $0.patient.birthDate = "24/11/2026" },
        Fault("no sex", ["patient.sex"]) { $0.patient.sex = "" },
        Fault("a sex that is none", ["patient.sex"]) { $0.patient.sex = "other" },
        Fault("no question", ["question"]) { $0.question = "\n " },
        Fault("a question too long", ["question"]) { $0.question = tooLong },
        Fault("a context too long", ["context"]) { $0.context = tooLong },
        Fault("treatments too long", ["treatments"]) { $0.treatments = tooLong },
        Fault("no answer to a compulsory item", ["form.site"]) { $0.form["site"] = [] },
        Fault("an option that is none", ["form.site"]) { $0.form["site"] = ["knee"] },
        Fault("a size that is no number", ["form.size"]) { $0.form["size"] = ["big"] },
        Fault("a size too big", ["form.size"]) { $0.form["size"] = ["501"] },
        Fault("why no photograph, too long", ["photographsImpossible"]) { $0.photographsImpossible = tooLong },
        Fault("no consent", ["consent"]) { $0.consentGiver = nil },
        Fault(
            "nothing at all",
            [
                "patient.birthFamilyName", "patient.firstGivenName", "patient.birthDate", "patient.sex", "question",
                "form.site", "consent",
            ]
        ) { $0 = RequestContent() },
    ]

    private let asker = Actor.only(.asker, as: .asker)

    private func submit(_ content: RequestContent, _ context: DecisionContext = .sample()) -> Result<Decision, Refusal>
    {
        AdviceRequest.sample(.draft).with(content: content).decide(.submit, by: asker, in: context)
    }

    @Test func `a complete draft is sent with its patient, its consent and its sender`() throws {
        let draft = AdviceRequest.sample(.draft)
        let decision = try draft.decide(.submit, by: .only(.asker, as: .colleague), in: .sample(requester: .colleague))
            .get()
        let sent = decision.request
        var asked = draft.content
        asked.writtenWith = ClinicalProtocol.sample.edition
        #expect(sent.state == .submitted && sent.version == draft.version + 1 && sent.content == asked)
        #expect(sent.requester == Person.colleague.id && sent.author == Person.asker.id, "who sends it asks it")
        #expect(sent.consent == Consent(giver: .patient, means: .orally, collectedBy: Person.colleague.id, at: .sample))
        #expect(sent.submittedAt == .sample)
        #expect(sent.patient == "new-patient" && decision.threadText == draft.content.question)
        guard case .patientIdentified(let patient)? = decision.effects.first, decision.effects.count == 1 else {
            Issue.record("\(decision.effects)")
            return
        }
        #expect(patient.traits.birthFamilyName == "Fictive" && patient.traits.birthDate.description == "1958-08-12")
        #expect(patient.structure == draft.structure && patient.id == "new-patient")
    }

    @Test func `a patient whom the structure knows is not made twice`() throws {
        let decision = try submit(.sample, .sample(knownPatient: "known")).get()
        #expect(decision.request.patient == "known" && decision.effects == [])
    }

    @Test(arguments: faults)
    func `each fault is said under its field`(fault: Fault) {
        var content = RequestContent.sample
        fault.change(&content)
        #expect(submit(content).faultyFields == fault.fields)
        let check = RequestCheck(
            content, form: .sample, attachments: [.sample(of: "request")], today: LocalTime().date(at: .sample))
        #expect(check.faults.map(\.field) == fault.fields, "the summary page says the same")
        for fault in check.faults { #expect(!fault.message.isEmpty && !fault.message.contains("!")) }
    }

    @Test func `a compulsory photograph is there, or its absence is explained`() throws {
        let withdrawn = Attachment.sample(of: "request", withdrawnAt: .sample)
        let wide = Attachment.sample("photo-b", slot: "wide", of: "request")
        #expect(submit(.sample, .sample(attachments: [])).faultyFields == ["photo.centered"])
        #expect(submit(.sample, .sample(attachments: [withdrawn, wide])).faultyFields == ["photo.centered"])
        var content = RequestContent.sample
        content.photographsImpossible = "  "
        #expect(submit(content, .sample(attachments: [])).faultyFields == ["photo.centered"])
        content.photographsImpossible = "Le patient refuse."
        #expect(try submit(content, .sample(attachments: [])).get().request.state == .submitted)
    }

    @Test func `a free question needs neither form nor photograph`() throws {
        var content = RequestContent.sample
        content.form = FormAnswers()
        #expect(try submit(content, .sample(form: nil, attachments: [])).get().request.state == .submitted)
    }

    @Test func `a red flag stops the sending before any fault is spoken of`() {
        var content = RequestContent.sample
        content.question = ""
        content.form["alarm"] = ["true"]
        let flag = RedFlag(item: "alarm", label: "Décollement de la peau", message: "Appelez le 15.")
        #expect(submit(content) == .failure(.redFlags([flag])))
        content.form["alarm"] = ["false"]
        #expect(submit(content).faultyFields == ["question"])
    }

    @Test func `a line that is closed, or does not admit the profession, or has nobody, takes nothing`() {
        #expect(submit(.sample, .sample(offer: .paused)) == .failure(.lineClosed))
        #expect(submit(.sample, .sample(requester: .delegate)) == .failure(.lineClosed))
        let nurses = Offer(id: "nurses", title: "Plaies", professions: [.nurse], targets: [:], pools: [:])
        #expect(submit(.sample, .sample(offer: nurses)) == .failure(.lineClosed))
        #expect(submit(.sample, .sample(poolHasExperts: false)) == .failure(.noPool))
    }

    @Test func `who is no professional sends an orientation, which is no act`() throws {
        let sent = try submit(.sample, .sample(offer: .orientation, requester: .delegate)).get().request
        #expect(sent.requester == Person.delegate.id)
    }

    @Test(arguments: hostileTexts)
    func `any text in any field is sent or refused, and a draft keeps it as typed`(text: String) throws {
        let patient = TypedPatient(
            birthFamilyName: text, usedFamilyName: text, firstGivenName: text, birthDate: text, sex: text)
        let content = RequestContent(
            patient: patient, question: text, context: text, treatments: text, treatingDoctor: .named(text),
            residence: text, form: ["site": [text], "size": [text, text], text: [text]], photographsImpossible: text,
            consentGiver: .guardian)
        let edited = try AdviceRequest.sample(.draft).decide(.edit(content), by: asker, in: .sample()).get()
        #expect(edited.request.content == content && edited.threadText == nil)
        #expect(submit(content).faultyFields?.isEmpty == false, "no hostile text is a birth date")
    }
}
