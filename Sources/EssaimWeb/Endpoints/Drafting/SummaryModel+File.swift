import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension SummaryModel {
    /// Everything that will leave, and what still prevents it.
    init(_ file: RequestFile, _ page: PageMaking) {
        let request = file.request
        let content = request.content
        let id = request.id.rawValue
        let draft = SitePath.draft(id)
        let check = RequestCheck(
            content, form: file.form, attachments: file.attachments, today: page.clock.today)
        var promisedBy: Instant?
        if case .by(let due) = file.offer?.promise(for: content.urgency, at: page.clock.now, in: file.localTime) {
            promisedBy = due
        }
        let question = Part(
            title: "Question",
            lines: [
                .init(label: "Question", value: content.question), .init(label: "Contexte", value: content.context),
                .init(label: "Traitements et allergies", value: content.treatments),
                .init(label: "Médecin traitant", value: content.treatingDoctor.words),
                .init(label: "Hospitalisé", value: content.isInpatient ? "Oui, en ce moment" : ""),
                .init(label: "Commune du patient", value: content.residence ?? ""),
                .init(label: "Souhait", value: content.wish.word),
                .init(label: "Au nom de", value: content.inNameOf.flatMap(file.person)?.shownName ?? ""),
                .init(label: "Origine", value: content.origin?.word ?? ""),
            ], edit: draft.at("demande"))
        let form = Part(
            title: file.offer?.title ?? "Formulaire",
            lines: (file.form?.lines(of: content.form) ?? []).map { .init(label: $0.label, value: $0.text) },
            edit: draft.at("specialite"))
        let agreement = Part(
            title: "Accord du patient",
            lines: [
                .init(
                    label: "Accord",
                    value: content.consentGiver.map {
                        "Donné par \($0.word), \(content.consentMeans.word), aujourd’hui"
                    }
                        ?? ""),
                .init(label: "DMP", value: content.isOpposedToSharing ? "Le patient s’oppose à l’envoi" : ""),
                .init(label: "Photo impossible", value: content.photographsImpossible),
            ], edit: draft.at("accord"))
        self.init(
            id: id, seal: page.seal(version: request.version), line: file.offer?.title ?? "",
            recipient: [file.pool?.name, file.zone.map { "secteur \($0.name)" }].compactMap(\.self)
                .joined(separator: ", "),
            patient: check.traits.map { PatientBannerModel($0, nil, page.clock) }, urgency: content.urgency,
            promisedBy: promisedBy, parts: [question] + (form.lines.isEmpty ? [] : [form]) + [agreement],
            photos: PhotoModel.all(file, page),
            missing: check.faults.map { Missing(message: $0.message, path: draft.at($0.anchor)) },
            doors: FormGuidance(doors: FormGuidance(file, content).doors),
            remarks: Self.sender(file, page) + Self.remarks(content) + file.quotas,
            twins: DraftModel.Twin.all(file, page.clock))
    }

    /// To who may prepare it and not send it.
    private static func sender(_ file: RequestFile, _ page: PageMaking) -> [String] {
        guard file.request.kind == .teleexpertise, page.visitor.caller?.person.profession == Profession.none else {
            return []
        }
        let who = file.request.content.inNameOf.flatMap(file.person)?.shownName ?? "un professionnel de la structure"
        return [
            "Seul un professionnel de santé envoie une téléexpertise\u{A0}: \(who) relit ce brouillon et l’envoie."
        ]
    }

    /// Asked for and not there, or not right: none of it prevents the sending.
    private static func remarks(_ content: RequestContent) -> [String] {
        var remarks: [String] = []
        if content.treatingDoctor == .unsaid {
            remarks.append(
                "Le médecin traitant n’est pas indiqué\u{A0}: le compte rendu ne pourra pas lui être adressé.")
        }
        if content.residence != nil, content.commune == nil {
            remarks.append("Commune du patient\u{A0}: \(DraftResidenceField.fault) La demande peut partir sans.")
        }
        if case .failure(let fault)? = content.patient.claimNIR {
            remarks.append(
                "NIR de l’ouvrant droit\u{A0}: \(fault.message) La demande peut partir, il ne sera pas gardé.")
        }
        return remarks
    }
}

extension FieldFault {
    /// Where the draft's page holds the field.
    fileprivate var anchor: String { field.hasPrefix("photo") ? "photos" : field == "consent" ? "accord" : field }
}

extension PatientBannerModel {
    init(_ traits: PatientTraits, _ ins: INS?, _ clock: PageClock) {
        self.init(
            givenName: traits.firstGivenName, usedName: traits.usedFamilyName, birthName: traits.birthFamilyName,
            birthDate: traits.birthDate.french, age: French.age(born: traits.birthDate, on: clock.today),
            sex: Sex(rawValue: traits.sex.rawValue) ?? .unknown,
            identity: ins.map { Identity($0.status) } ?? .provisional,
            matricule: ins?.matriculeToSend?.spaced, isDemonstration: ins?.authority.isForTests == true)
    }
}

extension PatientBannerModel.Identity {
    init(_ status: IdentityStatus) {
        self =
            switch status {
            case .provisional: .provisional
            case .retrieved: .retrieved
            case .validated: .validated
            case .qualified: .qualified
            }
    }
}
