import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension DraftModel {
    /// The draft as it stands, or as it was just typed.
    init(_ file: RequestFile, _ page: PageMaking, content: RequestContent? = nil, faults: [FieldFault] = []) {
        let request = file.request
        let id = request.id.rawValue
        let content = content ?? request.content
        let offer = file.offer
        self.init(
            id: id, seal: page.seal(version: request.version), line: offer?.title ?? "", network: file.network.name,
            kind: request.kind, content: content,
            commune: "\(file.structure.commune.rawValue) \(file.structure.communeName)", faults: faults,
            form: file.form.map { FormItem.all($0, content.form) } ?? [],
            guidance: FormGuidance(file, content), hasNewForm: file.newForm != nil,
            pledges: offer.map { Pledge.all($0, file, at: page.clock.now) } ?? [],
            slots: PhotoSlotModel.all(file, page, faults: faults), twins: Twin.all(file, page.clock),
            experts: file.wishable.map { .init(value: $0.id.rawValue, label: $0.shownName) },
            subSpecialties: file.network.subSpecialties.map { .init(value: $0.id.rawValue, label: $0.title) },
            principals: file.principals.map { ChoiceGroup.Option(value: $0.id.rawValue, label: $0.shownName) },
            inNameOf: request.content.inNameOf.flatMap(file.person)?.shownName ?? "",
            origin: file.beside.links.first(where: \.isOrigin).map(RequestModel.Near.init),
            discard: ActionForm(
                id: "abandonner", title: "Supprimer ce brouillon", path: .act(id, "abandonner"),
                seal: page.seal(version: request.version), kind: .danger,
                explanation: "Le brouillon et ses photos sont supprimés. Ce n’est pas réversible.", submit: "Supprimer")
        )
    }
}

extension FormGuidance {
    init(_ file: RequestFile, _ content: RequestContent) {
        guard let form = file.form else {
            self.init()
            return
        }
        self.init(
            about: form.guidance,
            doors: form.check(content.form).directions.map { direction in
                let line = direction.line.flatMap(file.network.offer)
                return Door(
                    question: direction.label, message: direction.message,
                    line: line.map {
                        PageFrame.Link(
                            title: $0.title, path: .newRequest.at("ligne-\($0.id.rawValue)"), isCurrent: false)
                    }, phone: direction.phone)
            })
    }
}

extension DraftModel.Pledge {
    static func all(_ offer: Offer, _ file: RequestFile, at now: Instant) -> [DraftModel.Pledge] {
        Urgency.allCases.map { urgency in
            switch offer.promise(for: urgency, at: now, in: file.localTime) {
            case .by(let due): DraftModel.Pledge(urgency: urgency, promise: .by(due))
            case .lineOpensTooLate(let opensAt):
                DraftModel.Pledge(urgency: urgency, promise: .tooLate(opensAt: opensAt, phone: file.network.phone))
            }
        }
    }
}

extension FormItem {
    static func all(_ form: ClinicalProtocol, _ answers: FormAnswers) -> [FormItem] {
        form.items.map { FormItem($0, answers) }
    }

    private init(_ item: ClinicalProtocol.Item, _ answers: FormAnswers) {
        let kind: Kind =
            switch item.kind {
            case .group(let items): .group(items.map { FormItem($0, answers) }, isMeasure: item.isMeasure)
            case .choice(let options): .choice(options.map { Option(code: $0.code, label: $0.label) })
            case .multipleChoice(let options): .multipleChoice(options.map { Option(code: $0.code, label: $0.label) })
            case .boolean: .boolean
            case .integer: .integer
            case .decimal: .decimal
            case .text(let isLong): .text(isLong: isLong)
            case .date: .date
            }
        self.init(
            id: item.id, label: item.label, kind: kind, help: item.help, unit: item.unit, isRequired: item.isRequired,
            values: answers[item.id], isRedFlag: !item.redFlags.isEmpty, condition: Condition(item.conditions))
    }
}

extension FormItem.Condition {
    /// The page folds by equality with one question; what is more intricate stays shown, and the server decides.
    fileprivate init?(_ conditions: [ClinicalProtocol.Condition]) {
        let values = conditions.compactMap { condition -> String? in
            if case .equals(let value) = condition.test { return value }
            return nil
        }
        guard let item = conditions.first?.item, values.count == conditions.count,
            conditions.allSatisfy({ $0.item == item })
        else { return nil }
        self.init(item: item, values: values)
    }
}
