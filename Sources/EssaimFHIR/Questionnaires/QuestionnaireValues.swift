import EssaimDomain

extension FHIR.EnableWhen {
    /// What the condition of item `id` looks for.
    func test(of id: String) throws(QuestionnaireFault) -> ClinicalProtocol.Test {
        if self.operator == "exists" {
            guard let answerBoolean else { throw .unreadableAnswer(item: id) }
            return .exists(answerBoolean)
        }
        let given: [String?] = [
            answerBoolean.map(String.init), answerCoding?.code, answerDate, answerDecimal?.description,
            answerInteger.map(String.init), answerString,
        ]
        let values = given.compactMap(\.self)
        guard values.count == 1 else { throw .unreadableAnswer(item: id) }
        return try .comparing(self.operator, values[0], of: id)
    }
}

extension ClinicalProtocol.RedFlagRule {
    /// The rule that a `red-flag` extension of item `id` describes.
    init(_ flag: FHIR.Extension, of id: String) throws(QuestionnaireFault) {
        let (test, message) = try flag.rule(of: id)
        self.init(when: test, message: message)
    }
}

extension ClinicalProtocol.DirectionRule {
    /// The rule that a `direction` extension of item `id` describes.
    init(_ direction: FHIR.Extension, of id: String) throws(QuestionnaireFault) {
        let (test, message) = try direction.rule(of: id)
        let parts = direction.extension ?? []
        self.init(
            when: test, message: message, line: parts.first("line")?.valueCode.map { Identifier($0) },
            phone: parts.first("phone")?.valueString ?? "")
    }
}

extension ClinicalProtocol.AttachmentSlot {
    /// The slot that an `attachment-slot` extension describes.
    init(_ slot: FHIR.Extension) throws(QuestionnaireFault) {
        let parts = slot.extension ?? []
        guard let code = parts.first("code")?.valueCode, let label = parts.first("label")?.valueString else {
            throw .unreadableExtension(item: nil, url: slot.url)
        }
        let example = parts.first("example")?.valueCode.map(ClinicalProtocol.Example.init(rawValue:))
        // A drawing that we do not have.
        if case .some(.none) = example { throw .unreadableExtension(item: nil, url: slot.url) }
        self.init(
            code: code, label: label, help: parts.first("help")?.valueString ?? "",
            isRequired: parts.first("required")?.valueBoolean ?? false, minimum: parts.first("minimum")?.valueInteger,
            example: example ?? nil)
    }
}

extension FHIR.Extension {
    /// When it holds, and what it says.
    fileprivate func rule(of id: String) throws(QuestionnaireFault) -> (ClinicalProtocol.Test, String) {
        let parts = self.extension ?? []
        guard let message = parts.first("message")?.valueString else {
            throw .unreadableExtension(item: id, url: url)
        }
        let name = parts.first("operator")?.valueCode ?? "="
        guard let answer = parts.first("answer")?.text else { throw .unreadableExtension(item: id, url: url) }
        if name == "exists" {
            guard answer == "true" || answer == "false" else { throw .unreadableAnswer(item: id) }
            return (.exists(answer == "true"), message)
        }
        return (try .comparing(name, answer, of: id), message)
    }

    /// The value as the text of an answer.
    fileprivate var text: String? {
        let values: [String?] = [
            valueBoolean.map(String.init), valueCode, valueCoding?.code, valueDate, valueInteger.map(String.init),
            valueDecimal?.description, valueString,
        ]
        return values.lazy.compactMap(\.self).first
    }

    var number: Double? { valueDecimal ?? valueInteger.map(Double.init) }
}

extension ClinicalProtocol.Test {
    fileprivate static func comparing(
        _ name: String, _ value: String, of id: String
    ) throws(QuestionnaireFault) -> Self {
        switch name {
        case "=": .equals(value)
        case "!=": .differs(value)
        case "<": .less(than: value)
        case "<=": .atMost(value)
        case ">": .greater(than: value)
        case ">=": .atLeast(value)
        default: throw .unknownOperator(item: id, name)
        }
    }
}
