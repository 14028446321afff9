import EssaimDomain
import EssaimGate

extension ClinicalProtocol.Edit {
    /// What was typed of a header; nil with what is wrong in it.
    static func header(_ form: FormFields) -> (Self?, [FieldFault]) {
        let typed = form.oneLine(ProtocolField.reviewOn)
        let day = CivilDate.parse(typed)
        if !typed.isEmpty, day == nil {
            let message = "Écrivez la date ainsi\u{A0}: 22/11/2027."
            return (nil, [FieldFault(field: ProtocolField.reviewOn, message: message)])
        }
        let guidance = ClinicalProtocol.Guidance(
            whenToUse: (form.trimmed(ProtocolField.whenToUse) ?? "").replacing("\r\n", with: "\n"),
            testsFirst: form.lines(ProtocolField.testsFirst), banners: form.lines(ProtocolField.banners),
            author: form.oneLine(ProtocolField.author), reviewOn: day)
        return (.header(title: form.oneLine(ProtocolField.title), guidance), [])
    }

    /// What is done to an image that the form asks for.
    static func slot(_ form: FormFields) -> Self {
        let known = form.oneLine(ProtocolField.slot)
        switch form.first(ProtocolField.gesture) {
        case "monter": return .moveSlot(known, up: true)
        case "descendre": return .moveSlot(known, up: false)
        case "retirer": return .removeSlot(known)
        default: break
        }
        let label = form.oneLine(ProtocolField.slotLabel)
        let slot = ClinicalProtocol.AttachmentSlot(
            code: known.isEmpty ? ClinicalProtocol.slug(label) : known, label: label,
            help: form.oneLine(ProtocolField.slotHelp), minimum: Int(form.oneLine(ProtocolField.slotMinimum)) ?? -1,
            example: form.first(ProtocolField.slotExample).flatMap(ClinicalProtocol.Example.init(rawValue:)))
        return .slot(slot, replacing: known.isEmpty ? nil : known)
    }
}

extension ProtocolModel {
    /// The header as it was typed, over what is kept.
    mutating func lay(_ form: FormFields) {
        guard form.first(ProtocolField.whenToUse) != nil else { return }
        title = form.oneLine(ProtocolField.title)
        whenToUse = form.typed(ProtocolField.whenToUse)
        testsFirst = form.typed(ProtocolField.testsFirst)
        banners = form.typed(ProtocolField.banners)
        author = form.oneLine(ProtocolField.author)
        reviewOn = form.oneLine(ProtocolField.reviewOn)
    }
}

extension QuestionModel {
    static let new = "nouvelle"

    /// What was typed.
    mutating func lay(_ form: FormFields) {
        if known == nil {
            id = form.oneLine(QuestionField.id)
            group = form.oneLine(QuestionField.group)
        }
        label = form.oneLine(QuestionField.label)
        kind = form.oneLine(QuestionField.kind)
        help = form.oneLine(QuestionField.help)
        unit = form.oneLine(QuestionField.unit)
        minimum = form.oneLine(QuestionField.minimum)
        maximum = form.oneLine(QuestionField.maximum)
        separator = form.oneLine(QuestionField.separator)
        isRequired = form.first(QuestionField.required) != nil
        options = form.typed(QuestionField.options)
        needsAll = form.first(QuestionField.needsAll) != "any"
        conditions = Rule.all(QuestionField.conditions, form)
        flags = Rule.all(QuestionField.flags, form)
        doors = Rule.all(QuestionField.doors, form)
    }

    /// The question that was typed; nil with what is wrong in it.
    func item() -> (ClinicalProtocol.Item?, [FieldFault]) {
        var faults: [FieldFault] = []
        func number(_ text: String, _ field: String) -> Double? {
            if text.isEmpty { return nil }
            let number = Double(text.replacing(",", with: "."))
            if number?.isFinite != true {
                faults.append(FieldFault(field: field, message: "Écrivez un nombre, par exemple\u{A0}12,5."))
            }
            return number
        }
        let choices = typedOptions
        let kind: ClinicalProtocol.Kind? =
            switch KindName(rawValue: self.kind) {
            case .choice: .choice(choices)
            case .multiple: .multipleChoice(choices)
            case .boolean: .boolean
            case .integer: .integer
            case .decimal: .decimal
            case .text: .text(isLong: false)
            case .long: .text(isLong: true)
            case .date: .date
            // What stands in it is kept by the edit.
            case .group: .group([])
            case nil: nil
            }
        guard let kind else { return (nil, [FieldFault(field: QuestionField.kind, message: "Choisissez un type.")]) }
        func test(_ rule: Rule, _ options: [ClinicalProtocol.Option]?, _ field: String) -> ClinicalProtocol.Test {
            // A reader types the answer as it reads, an editor its code.
            let typed = rule.value.lowercased()
            let plain = options?.first { $0.code == rule.value || $0.label.lowercased() == typed }?.code
            let said = plain ?? (typed == "oui" ? "true" : typed == "non" ? "false" : rule.value)
            return (TestName(rawValue: rule.test) ?? .equals).test(said)
        }
        let isChoice = !choices.isEmpty
        let made = ClinicalProtocol.Item(
            id: id.isEmpty ? ClinicalProtocol.slug(label) : id, label: label, kind: kind, help: help, unit: unit,
            isRequired: isRequired,
            conditions: conditions.map { rule in
                ClinicalProtocol.Condition(
                    item: rule.question, test: test(rule, optionsByQuestion[rule.question], QuestionField.conditions))
            },
            needsAllConditions: needsAll || conditions.count < 2,
            redFlags: flags.map {
                .init(when: test($0, isChoice ? choices : nil, QuestionField.flags), message: $0.message)
            },
            directions: doors.map {
                .init(
                    when: test($0, isChoice ? choices : nil, QuestionField.doors), message: $0.message,
                    line: $0.line.isEmpty ? nil : Identifier($0.line), phone: $0.phone)
            },
            minimum: number(minimum, QuestionField.minimum), maximum: number(maximum, QuestionField.maximum),
            separator: separator)
        return faults.isEmpty ? (made, []) : (nil, faults)
    }

    private var typedOptions: [ClinicalProtocol.Option] {
        options.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "=", maxSplits: 1).map(\.trimmingBlanks)
            if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty { return .init(code: parts[0], label: parts[1]) }
            let label = line.trimmingBlanks
            return label.isEmpty ? nil : .init(code: ClinicalProtocol.slug(label), label: label)
        }
    }
}

extension QuestionModel.Rule {
    /// More than a form takes; the domain says its own limit.
    private static let most = 60

    /// Those of a kind that say something, in order.
    fileprivate static func all(_ kind: String, _ form: FormFields) -> [Self] {
        (0..<most).compactMap { index in
            func part(_ name: String) -> String { form.oneLine(QuestionField.rule(kind, index, name)) }
            let rule = Self(
                question: part("question"), test: part("test"), value: part("valeur"), message: part("message"),
                line: part("ligne"), phone: part("telephone"))
            let words = [rule.question, rule.value, rule.message, rule.line, rule.phone]
            return words.allSatisfy(\.isEmpty) ? nil : rule
        }
    }
}
