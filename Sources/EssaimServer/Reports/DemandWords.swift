import EssaimDocuments
import EssaimDomain
import EssaimFormats
import EssaimWeb
import EssaimWorkflow

/// A demand in the words of its documents, report and dossier: who, when, what was asked and said.
struct DemandWords {
    let request: AdviceRequest
    let network: Network
    let structure: Structure
    let thread: [ThreadEntry]
    let line: String
    let clock: PageClock
    let now: Instant
    private let patient: Patient
    private let people: [Identifier<Person>: Person]
    private let offices: [Identifier<Person>: Structure]
    private let form: ClinicalProtocol?

    /// - Parameter others: people to be named beside those of the demand, its answers and its thread.
    init(
        _ reader: any StoreReader, _ id: Identifier<AdviceRequest>, forms: FormLibrary, at now: Instant,
        naming others: Set<Identifier<Person>> = []
    ) throws {
        guard let request = try reader.requestForJob(id), let network = try reader.network(request.network),
            let structure = try reader.structure(request.structure),
            let patient = try request.patient.flatMap(reader.patient)
        else { throw StoreFault.corrupt("a document's demand") }
        self.request = request
        self.network = network
        self.structure = structure
        self.patient = patient
        self.now = now
        thread = try reader.thread(of: id)
        let offer = try reader.offer(request.route.offer)
        line = offer?.title ?? ""
        form = try forms.form(of: request, on: offer, reader)
        clock = PageClock(now: now, rules: OffsetRules(named: network.timeZone) ?? .centralEuropean)
        let experts = Set(request.answers.flatMap { [$0.expert, $0.validatedBy] }.compactMap(\.self))
            .union([request.holder].compactMap(\.self))
        people = try reader.people(
            others.union(experts).union(thread.compactMap(\.author)).union([request.requester, request.author]))
        var offices: [Identifier<Person>: Structure] = [:]
        for id in experts { offices[id] = try reader.caller(id)?.structures.first?.structure }
        self.offices = offices
    }

    var networkBlock: ConsultationReport.Network {
        .init(
            name: network.name, contact: network.phone, letterhead: network.letterhead.lines,
            logo: (try? OpaquePNG(network.letterhead.logo)).map { picture in
                .init(
                    width: picture.width, height: picture.height, depth: picture.depth, samples: picture.samples,
                    palette: picture.palette, packed: picture.packed)
            })
    }

    /// Who asks, and who typed it when that is another.
    var requester: ConsultationReport.Professional {
        var asker = professional(request.requester, at: structure)
        if request.author != request.requester { asker.name += ", saisi par \(name(request.author))" }
        return asker
    }

    func expert(_ id: Identifier<Person>) -> ConsultationReport.Professional { professional(id, at: offices[id]) }

    var formAnswers: [ConsultationReport.FormAnswer] {
        let phone = request.phone.map { phone in
            let caller = phone.caller.isEmpty ? "" : ", par \(phone.caller)"
            return ConsultationReport.FormAnswer(
                label: "Demande faite par téléphone", value: clock.exact(phone.toldAt) + caller)
        }
        return [phone].compactMap(\.self) + formLines.map { .init(label: $0.label, value: $0.value) }
    }

    /// In the order of the form; the answers of a group stand together after its name.
    var formLines: [(label: String, value: String)] {
        var lines: [(label: String, value: String)] = []
        var open = ""
        for line in form?.lines(of: request.content.form) ?? [] {
            let isGrouped = !line.group.isEmpty
            let text = isGrouped ? "\(line.label)\(line.label.hasSuffix("?") ? "" : "\u{A0}:") \(line.text)" : line.text
            if isGrouped, line.group == open {
                lines[lines.count - 1].value += "\u{A0}; \(text)"
            } else {
                lines.append((isGrouped ? line.group : line.label, text))
            }
            open = line.group
        }
        return lines
    }

    func answer(_ answer: Answer) -> ConsultationReport.Answer {
        .init(
            at: clock.exact(answer.sentAt), orientation: answer.content.orientation?.word ?? "",
            text: answer.content.text, limits: answer.content.limits,
            seeBefore: answer.content.seeBefore.map(French.date) ?? "", gravity: answer.content.gravity?.word ?? "")
    }

    var course: ConsultationReport.Course {
        .init(
            urgency: request.content.urgency.word, sentAt: request.submittedAt.map(clock.exact) ?? "",
            takenAt: request.takenAt.map(clock.exact) ?? "",
            promisedAt: request.clock.map { clock.exact($0.dueAt) } ?? "", exchanges: exchanges)
    }

    /// « Centrée ».
    func label(of attachment: Attachment) -> String {
        form?.slots.first { $0.code == attachment.slot }?.label ?? "Autre"
    }

    /// « prise le 19 novembre 2026 »; empty when the file did not say.
    func taken(_ attachment: Attachment) -> String {
        attachment.file.capturedAt.flatMap { CivilDate.parse(String($0.prefix(10))) }
            .map { "prise le \(French.date($0))" } ?? ""
    }

    var patientBlock: ConsultationReport.Patient {
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

    func professional(
        _ id: Identifier<Person>, at place: Structure?
    ) -> ConsultationReport.Professional {
        let person = people[id]
        return .init(
            name: name(id),
            profession: person?.professionWords ?? "",
            rpps: person?.rpps?.rawValue ?? "", structure: place?.name ?? "", finess: place?.finess?.rawValue ?? "",
            commune: place?.communeName ?? "")
    }

    func name(_ id: Identifier<Person>?) -> String {
        id.flatMap { people[$0] }?.shownName ?? "Essaim"
    }

    var familyDoctor: ConsultationReport.Professional? {
        switch request.content.treatingDoctor {
        case .requester: professional(request.requester, at: structure)
        case .named(let name) where !name.isEmpty:
            .init(name: name, profession: "médecin traitant", rpps: "", structure: "", finess: "", commune: "")
        case .named, .none, .unsaid: nil
        }
    }

    var consent: String {
        guard let consent = request.consent else { return "" }
        return "Patient informé. Accord donné par \(consent.giver.word), \(consent.means.word), "
            + "recueilli par \(name(consent.collectedBy)) le \(clock.date(consent.at))."
    }

    /// Information asked and given, follow-up questions, additions: what was said between the two, with its time.
    var exchanges: [ConsultationReport.Exchange] {
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

extension KeptFile {
    /// « photo », « document », « texte ».
    var kindWord: String {
        switch mediaType {
        case "image/jpeg", "image/png": "photo"
        case "application/pdf": "document PDF"
        case "application/dicom": "image DICOM"
        default: "texte"
        }
    }
}
