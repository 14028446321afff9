import EssaimDomain

extension ClinicalProtocol {
    /// The form that a Questionnaire describes. `id`, `version`, `title` and items are compulsory.
    public init(_ questionnaire: FHIR.Questionnaire) throws(QuestionnaireFault) {
        guard questionnaire.resourceType == "Questionnaire" else {
            throw .notAQuestionnaire(resourceType: questionnaire.resourceType)
        }
        guard ["active", "draft"].contains(questionnaire.status) else {
            throw .unusableStatus(questionnaire.status)
        }
        guard questionnaire.modifierExtension ?? [] == [] else { throw .modifierExtension(item: nil) }
        guard let id = questionnaire.id, !id.isEmpty else { throw .missing(element: "id") }
        guard let version = questionnaire.version, !version.isEmpty else { throw .missing(element: "version") }
        guard let title = questionnaire.title, !title.isEmpty else { throw .missing(element: "title") }
        let extensions = questionnaire.extension ?? []
        var reviewOn: CivilDate?
        if let end = questionnaire.effectivePeriod?.end {
            guard let day = CivilDate.parse(end) else { throw .unreadableDate(end) }
            reviewOn = day
        }
        let guidance = Guidance(
            whenToUse: extensions.first(QuestionnaireExtension.whenToUse)?.valueString ?? "",
            testsFirst: extensions.all(QuestionnaireExtension.testFirst).compactMap(\.valueString),
            banners: extensions.all(QuestionnaireExtension.banner).compactMap(\.valueString),
            author: questionnaire.publisher ?? "", reviewOn: reviewOn)
        let items = try Self.items(questionnaire.item ?? [], depth: 0)
        var slots: [AttachmentSlot] = []
        for slot in extensions.all(QuestionnaireExtension.attachmentSlot) {
            slots.append(try AttachmentSlot(slot))
        }
        do throws(ProtocolFault) {
            try self.init(
                id: Identifier(id), version: version, title: title, items: items, slots: slots, guidance: guidance)
        } catch {
            throw .form(error)
        }
    }

    fileprivate static func items(
        _ items: [FHIR.QuestionnaireItem], depth: Int
    ) throws(QuestionnaireFault) -> [Item] {
        // Deeper than any form may be: the domain refuses it by name, without our walking all the way down.
        guard depth <= 16 else { return [] }
        var made: [Item] = []
        for item in items where !item.isHelp { made.append(try Item(item, depth: depth)) }
        return made
    }
}

extension ClinicalProtocol.Item {
    fileprivate init(_ item: FHIR.QuestionnaireItem, depth: Int) throws(QuestionnaireFault) {
        guard item.modifierExtension ?? [] == [] else { throw .modifierExtension(item: item.linkId) }
        let extensions = item.extension ?? []
        let unit = extensions.first(QuestionnaireExtension.unit)?.valueCoding
        var conditions: [ClinicalProtocol.Condition] = []
        for when in item.enableWhen ?? [] {
            conditions.append(.init(item: when.question, test: try when.test(of: item.linkId)))
        }
        if conditions.count > 1, !["all", "any"].contains(item.enableBehavior) {
            throw .missingBehavior(item: item.linkId)
        }
        var redFlags: [ClinicalProtocol.RedFlagRule] = []
        for flag in extensions.all(QuestionnaireExtension.redFlag) {
            redFlags.append(try ClinicalProtocol.RedFlagRule(flag, of: item.linkId))
        }
        var directions: [ClinicalProtocol.DirectionRule] = []
        for direction in extensions.all(QuestionnaireExtension.direction) {
            directions.append(try ClinicalProtocol.DirectionRule(direction, of: item.linkId))
        }
        self.init(
            id: item.linkId, label: item.text ?? "", kind: try Self.kind(of: item, depth: depth),
            help: item.item?.first(where: \.isHelp)?.text ?? "", unit: unit?.display ?? unit?.code ?? "",
            isRequired: item.required ?? false, conditions: conditions,
            needsAllConditions: item.enableBehavior != "any", redFlags: redFlags,
            directions: directions,
            minimum: extensions.first(QuestionnaireExtension.minimum)?.number,
            maximum: extensions.first(QuestionnaireExtension.maximum)?.number,
            separator: extensions.first(QuestionnaireExtension.measure)?.valueString ?? "")
    }

    private static func kind(
        of item: FHIR.QuestionnaireItem, depth: Int
    ) throws(QuestionnaireFault) -> ClinicalProtocol.Kind {
        let children = (item.item ?? []).filter { !$0.isHelp }
        if item.type == "group" { return .group(try ClinicalProtocol.items(children, depth: depth + 1)) }
        if let child = children.first { throw .itemUnderQuestion(item: child.linkId) }
        switch item.type {
        case "choice":
            let options = try options(of: item)
            return item.repeats == true ? .multipleChoice(options) : .choice(options)
        case "boolean": return .boolean
        case "integer": return .integer
        case "decimal": return .decimal
        case "string": return .text(isLong: false)
        case "text": return .text(isLong: true)
        case "date": return .date
        default: throw .unsupportedType(item: item.linkId, type: item.type)
        }
    }

    private static func options(
        of item: FHIR.QuestionnaireItem
    ) throws(QuestionnaireFault) -> [ClinicalProtocol.Option] {
        guard item.answerValueSet == nil else { throw .valueSet(item: item.linkId) }
        var options: [ClinicalProtocol.Option] = []
        for option in item.answerOption ?? [] {
            guard let code = option.valueCoding?.code ?? option.valueString else {
                throw .unreadableOption(item: item.linkId)
            }
            options.append(.init(code: code, label: option.valueCoding?.display ?? code))
        }
        return options
    }
}
