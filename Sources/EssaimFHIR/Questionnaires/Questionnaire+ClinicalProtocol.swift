import EssaimDomain

extension FHIR.Questionnaire {
    /// A form as a Questionnaire: read again, it is the same form.
    public init(_ form: ClinicalProtocol) {
        let guidance = form.guidance
        var extensions: [FHIR.Extension] = []
        if !guidance.whenToUse.isEmpty {
            extensions.append(.init(QuestionnaireExtension.whenToUse, string: guidance.whenToUse))
        }
        extensions += guidance.testsFirst.map { .init(QuestionnaireExtension.testFirst, string: $0) }
        extensions += guidance.banners.map { .init(QuestionnaireExtension.banner, string: $0) }
        extensions += form.slots.map(FHIR.Extension.init)
        self.init(
            resourceType: "Questionnaire", id: form.id.rawValue, extension: extensions.orNil,
            url: "https://essaim.example/fhir/Questionnaire/" + form.id.rawValue, version: form.version,
            title: form.title, status: "active", publisher: guidance.author.isEmpty ? nil : guidance.author,
            language: "fr-FR", effectivePeriod: guidance.reviewOn.map { FHIR.Period(end: $0.description) },
            item: form.items.map { FHIR.QuestionnaireItem($0, in: form) })
    }
}

extension FHIR.QuestionnaireItem {
    fileprivate init(_ item: ClinicalProtocol.Item, in form: ClinicalProtocol) {
        var extensions = item.redFlags.map {
            FHIR.Extension(rule: QuestionnaireExtension.redFlag, $0.test, $0.message)
        }
        extensions += item.directions.map { rule in
            var direction = FHIR.Extension(rule: QuestionnaireExtension.direction, rule.test, rule.message)
            if let line = rule.line { direction.extension?.append(.init("line", code: line.rawValue)) }
            if !rule.phone.isEmpty { direction.extension?.append(.init("phone", string: rule.phone)) }
            return direction
        }
        if !item.unit.isEmpty {
            var unit = FHIR.Extension(url: QuestionnaireExtension.unit)
            unit.valueCoding = FHIR.Coding(display: item.unit)
            extensions.append(unit)
        }
        for (url, number) in [
            (QuestionnaireExtension.minimum, item.minimum), (QuestionnaireExtension.maximum, item.maximum),
        ] {
            guard let number else { continue }
            var bound = FHIR.Extension(url: url)
            bound.valueDecimal = number
            extensions.append(bound)
        }
        if !item.separator.isEmpty {
            extensions.append(.init(QuestionnaireExtension.measure, string: item.separator))
        }
        let several = item.conditions.count > 1 || !item.needsAllConditions
        var repeats = false
        if case .multipleChoice = item.kind { repeats = true }
        var inside = item.children.map { FHIR.QuestionnaireItem($0, in: form) }
        if !item.help.isEmpty { inside.insert(.help(item.help, of: item.id), at: 0) }
        self.init(
            extension: extensions.orNil, linkId: item.id, text: item.label, type: item.kind.type,
            enableWhen: item.conditions.map { FHIR.EnableWhen($0, of: form.item($0.item)?.kind) }.orNil,
            enableBehavior: several ? item.needsAllConditions ? "all" : "any" : nil,
            required: item.isRequired ? true : nil, repeats: repeats ? true : nil,
            answerOption: item.options.map {
                FHIR.AnswerOption(valueCoding: FHIR.Coding(code: $0.code, display: $0.label))
            }.orNil, item: inside.orNil)
    }

    private static func help(_ text: String, of id: String) -> Self {
        var control = FHIR.Extension(url: QuestionnaireExtension.itemControl)
        control.valueCodeableConcept = FHIR.CodeableConcept(
            coding: [FHIR.Coding(system: "http://hl7.org/fhir/questionnaire-item-control", code: "help")])
        return Self(extension: [control], linkId: id + "-help", text: text, type: "display")
    }
}

extension FHIR.EnableWhen {
    /// The value by the kind of the question looked at, as FHIR asks; a number that would read otherwise stays a text.
    fileprivate init(_ condition: ClinicalProtocol.Condition, of kind: ClinicalProtocol.Kind?) {
        self.init(question: condition.item, operator: condition.test.operator)
        let value = condition.test.value ?? ""
        if case .exists(let expected) = condition.test {
            answerBoolean = expected
            return
        }
        switch kind {
        case .choice, .multipleChoice: answerCoding = FHIR.Coding(code: value)
        case .boolean: answerBoolean = value == "true"
        case .integer where Int(value)?.description == value: answerInteger = Int(value)
        case .decimal where Double(value)?.description == value: answerDecimal = Double(value)
        case .date where CivilDate(value) != nil: answerDate = value
        default: answerString = value
        }
    }
}

extension FHIR.Extension {
    init(url: String, parts: [FHIR.Extension]? = nil) {
        self.url = url
        self.extension = parts
    }

    fileprivate init(_ url: String, string: String) {
        self.init(url: url)
        valueString = string
    }

    fileprivate init(_ url: String, code: String) {
        self.init(url: url)
        valueCode = code
    }

    fileprivate init(rule url: String, _ test: ClinicalProtocol.Test, _ message: String) {
        var parts: [FHIR.Extension] = []
        if test.operator != "=" { parts.append(.init("operator", code: test.operator)) }
        if case .exists(let expected) = test {
            parts.append(.init("answer", string: String(expected)))
        } else {
            parts.append(.init("answer", string: test.value ?? ""))
        }
        self.init(url: url, parts: parts + [.init("message", string: message)])
    }

    fileprivate init(_ slot: ClinicalProtocol.AttachmentSlot) {
        var parts: [FHIR.Extension] = [.init("code", code: slot.code), .init("label", string: slot.label)]
        if !slot.help.isEmpty { parts.append(.init("help", string: slot.help)) }
        var required = FHIR.Extension(url: "required")
        required.valueBoolean = slot.isRequired
        parts.append(required)
        if slot.minimum > 1 {
            var minimum = FHIR.Extension(url: "minimum")
            minimum.valueInteger = slot.minimum
            parts.append(minimum)
        }
        if let example = slot.example { parts.append(.init("example", code: example.rawValue)) }
        self.init(url: QuestionnaireExtension.attachmentSlot, parts: parts)
    }
}

extension ClinicalProtocol.Test {
    fileprivate var `operator`: String {
        switch self {
        case .exists: "exists"
        case .equals: "="
        case .differs: "!="
        case .less: "<"
        case .atMost: "<="
        case .greater: ">"
        case .atLeast: ">="
        }
    }
}

extension ClinicalProtocol.Kind {
    fileprivate var type: String {
        switch self {
        case .group: "group"
        case .choice, .multipleChoice: "choice"
        case .boolean: "boolean"
        case .integer: "integer"
        case .decimal: "decimal"
        case .text(let isLong): isLong ? "text" : "string"
        case .date: "date"
        }
    }
}

extension Array {
    /// FHIR has no empty arrays.
    fileprivate var orNil: Self? { isEmpty ? nil : self }
}
