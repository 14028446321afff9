import EssaimDocuments
import EssaimDomain
import EssaimWeb
import EssaimWorkflow

/// What a report says (CSP R.6316-4, NGAP): read from the store, put into words.
struct ReportContent {
    private let request: AdviceRequest
    private let answer: Answer
    private let network: Network
    private let structure: Structure
    private let patient: Patient
    private let people: [Identifier<Person>: Person]
    private let offices: [Identifier<Person>: Structure]
    private let thread: [ThreadEntry]
    private let attachments: [Attachment]
    private let acts: [RecordedAct]
    private let form: ClinicalProtocol?
    private let clock: PageClock
    private let now: Instant

    init(
        _ reader: any StoreReader, _ id: Identifier<AdviceRequest>, answer version: Int, forms: FormLibrary,
        issuedAt now: Instant
    ) throws {
        guard let request = try reader.requestForJob(id),
            let answer = request.answers.first(where: { $0.version == version }),
            let network = try reader.network(request.network), let structure = try reader.structure(request.structure),
            let patient = try request.patient.flatMap(reader.patient)
        else { throw StoreFault.corrupt("a report's demand") }
        self.request = request
        self.answer = answer
        self.network = network
        self.structure = structure
        self.patient = patient
        self.now = now
        thread = try reader.thread(of: id)
        attachments = try reader.attachments(of: id).filter { $0.withdrawnAt == nil }
        acts = try reader.acts(of: id)
        form = forms[try reader.offer(request.route.offer)?.form]
        let offsets = OffsetRules(named: network.timeZone) ?? .centralEuropean
        clock = PageClock(now: now, rules: offsets)
        var ids: Set<Identifier<Person>> = [request.requester, answer.expert]
        ids.formUnion(thread.compactMap(\.author))
        ids.formUnion([answer.validatedBy].compactMap(\.self))
        ids.formUnion(acts.map(\.professional))
        people = try reader.people(ids)
        var offices: [Identifier<Person>: Structure] = [:]
        for id in [answer.expert, answer.validatedBy].compactMap(\.self) {
            offices[id] = try reader.caller(id)?.structures.first?.structure
        }
        self.offices = offices
    }

    func report(version: Int, receipt: Receipt?, origin: String) -> ConsultationReport {
        let content = request.content
        return ConsultationReport(
            network: .init(name: network.name, contact: network.phone), demand: request.number.shown, version: version,
            replaces: version > 1 ? version - 1 : nil, issuedAt: clock.exact(now),
            issuedAtMilliseconds: now.milliseconds,
            patient: patientBlock, requester: professional(request.requester, at: structure),
            experts: [professional(answer.expert, at: offices[answer.expert])], familyDoctor: familyDoctor,
            validatedBy: answer.validatedBy.map { professional($0, at: offices[$0]) },
            question: .init(
                text: content.question, context: content.context, treatments: content.treatments,
                form: (form?.lines(of: content.form) ?? []).map { .init(label: $0.label, value: $0.text) },
                attachments: attachments.map(attachment)),
            answer: .init(
                at: clock.exact(answer.sentAt), orientation: answer.content.orientation?.word ?? "",
                text: answer.content.text, limits: answer.content.limits,
                seeBefore: answer.content.seeBefore.map(French.date) ?? ""),
            course: .init(
                urgency: content.urgency.word, sentAt: request.submittedAt.map(clock.exact) ?? "",
                takenAt: request.takenAt.map(clock.exact) ?? "",
                promisedAt: request.clock.map { clock.exact($0.dueAt) } ?? "", exchanges: exchanges),
            consent: consent, acts: acts.compactMap(act), incidents: "Aucun incident technique signalé.",
            errata: thread.filter { $0.action == .erratum }.map {
                .init(at: clock.exact($0.at), author: name($0.author), text: $0.text)
            }, receipt: receipt.flatMap { printed($0, origin) })
    }

    /// The receipt as printed: its code leads a telephone to the page that checks it, and holds the proof by itself.
    private func printed(_ receipt: Receipt, _ origin: String) -> ConsultationReport.Receipt? {
        guard let code = ReceiptCode(receipt) else { return nil }
        let text = "\(origin)/RECU/\(code.text)".uppercased()
        // An address too long for a code that can be read is left out: the file proves the same.
        guard text.count <= ConsultationReport.Receipt.codeLimit else { return nil }
        return .init(
            code: text,
            lines: [
                "Reçu n° \(French.grouped(code.leaf))",
                "Cette demande et cette réponse sont inscrites au journal vérifiable depuis le "
                    + "\(clock.exact(code.entry.minute)).",
                "Ce code en porte la preuve, que ce serveur ou tout autre peut contrôler, même dans des années, avec la "
                    + "clé publique du journal\u{A0}:",
                receipt.key,
            ])
    }

    private var patientBlock: ConsultationReport.Patient {
        let traits = patient.traits
        let sex =
            switch traits.sex {
            case .female: "féminin"
            case .male: "masculin"
            case .unknown: "inconnu"
            }
        let matricule = patient.ins?.matriculeToSend
        return .init(
            birthName: traits.birthFamilyName, usedName: traits.usedFamilyName ?? "", givenName: traits.firstGivenName,
            sex: sex, birthDate: traits.birthDate.french, age: French.age(born: traits.birthDate, on: clock.civilToday),
            matricule: matricule?.spaced ?? "",
            matriculeNature: matricule == nil ? "" : patient.ins?.authority.word ?? "",
            identityStatus: (patient.ins?.status ?? .provisional).french)
    }

    private func professional(
        _ id: Identifier<Person>, at place: Structure?
    ) -> ConsultationReport.Professional {
        let person = people[id]
        return .init(
            name: name(id),
            profession: person?.professionWords ?? "",
            rpps: person?.rpps?.rawValue ?? "", structure: place?.name ?? "", finess: place?.finess?.rawValue ?? "",
            commune: place?.communeName ?? "")
    }

    private func name(_ id: Identifier<Person>?) -> String {
        id.flatMap { people[$0] }?.shownName ?? "Essaim"
    }

    private var familyDoctor: ConsultationReport.Professional? {
        switch request.content.treatingDoctor {
        case .requester: professional(request.requester, at: structure)
        case .named(let name):
            .init(name: name, profession: "médecin traitant", rpps: "", structure: "", finess: "", commune: "")
        case .none, .unsaid: nil
        }
    }

    private var consent: String {
        guard let consent = request.consent else { return "" }
        return "Patient informé. Accord donné par \(consent.giver.word), \(consent.means.word), "
            + "recueilli par \(name(consent.collectedBy)) le \(clock.date(consent.at))."
    }

    private func attachment(_ attachment: Attachment) -> ConsultationReport.Attachment {
        let label = form?.slots.first { $0.code == attachment.slot }?.label ?? "Autre"
        let taken = attachment.capturedAt.flatMap { CivilDate.parse(String($0.prefix(10))) }
        return .init(
            name: attachment.name, taken: taken.map { "prise le \(French.date($0))" } ?? "",
            kind: "photo, \(label.lowercased())")
    }

    /// Information asked and given, follow-up questions, additions: what was said between the two, with its time.
    private var exchanges: [ConsultationReport.Exchange] {
        let said: [Action: String] = [
            .askInformation: "précision demandée", .giveInformation: "précision donnée", .add: "ajout",
            .followUp: "question de suite", .addFact: "fait nouveau", .amend: "avis amendé",
            .correctIdentity: "identité corrigée",
        ]
        return thread.compactMap { entry in
            said[entry.action].map { kind in
                .init(at: clock.exact(entry.at), author: name(entry.author), kind: kind, text: entry.text)
            }
        }
    }

    private func act(_ act: RecordedAct) -> ConsultationReport.Act? {
        act.code.map { code in
            .init(
                code: code, professional: name(act.professional), amount: French.euros(cents: act.amountCents),
                date: clock.date(act.performedAt))
        }
    }
}

extension PageClock {
    fileprivate var civilToday: CivilDate { rules.civil(at: now).date }
}

extension INS.Authority {
    /// « INS-NIR ».
    fileprivate var word: String {
        switch self {
        case .nir: "INS-NIR"
        case .nia: "INS-NIA"
        case .test: "INS de test"
        case .demonstration: "INS de démonstration"
        }
    }
}
