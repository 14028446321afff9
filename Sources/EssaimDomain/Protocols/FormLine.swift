/// One answered question as a reader sees it: « Plus grand diamètre », « 9 mm ».
public struct FormLine: Sendable, Hashable {
    public let item: String
    public let label: String
    public let text: String
    /// The label of the group around it; empty for none.
    public let group: String
    /// Bears on the decision, and is read first: what was compulsory, and measures.
    public let matters: Bool

    static func french(_ number: Double) -> String {
        guard number.magnitude < 1e15, number == Double(Int(number)) else {
            return String(number.description.map { $0 == "." ? "," : $0 })
        }
        return String(Int(number))
    }
}

extension ClinicalProtocol {
    /// The answers to the questions that show, in words and in the order of the form. Questions without an answer are
    /// left out; a code that is no option any more is shown as it is.
    public func lines(of answers: FormAnswers) -> [FormLine] {
        let kept = check(answers).answers
        return items.flatMap { $0.lines(of: kept, in: "") }
    }
}

extension ClinicalProtocol.Item {
    fileprivate func lines(of answers: FormAnswers, in group: String) -> [FormLine] {
        if isGroup, !isMeasure { return children.flatMap { $0.lines(of: answers, in: label) } }
        let text = isMeasure ? measure(answers) : answers[id].map(words).joined(separator: ", ")
        guard !text.isEmpty else { return [] }
        return [FormLine(item: id, label: label, text: text, group: group, matters: isRequired || isMeasure)]
    }

    /// « 32 × 18 × 4 mm ». A number that is missing between others would change their meaning: then each says its name.
    private func measure(_ answers: FormAnswers) -> String {
        let said = children.filter { !answers[$0.id].isEmpty }
        guard said.count > 1, said == Array(children.prefix(said.count)) else {
            return said.map { "\($0.label.lowercased()) \($0.words(answers[$0.id][0]))" }.joined(separator: ", ")
        }
        let between = separator == "×" ? "\u{A0}×\u{A0}" : separator
        let numbers = said.map { $0.number(answers[$0.id][0]) }.joined(separator: between)
        return said[0].unit.isEmpty ? numbers : "\(numbers)\u{A0}\(said[0].unit)"
    }

    private func number(_ answer: String) -> String { String(answer.map { $0 == "." ? "," : $0 }) }

    private func words(_ answer: String) -> String {
        switch kind {
        case .choice(let options), .multipleChoice(let options):
            return options.first { $0.code == answer }?.label ?? answer
        case .boolean: return answer == "true" ? "oui" : answer == "false" ? "non" : answer
        case .integer, .decimal: return unit.isEmpty ? number(answer) : "\(number(answer))\u{A0}\(unit)"
        case .date: return CivilDate.parse(answer)?.french ?? answer
        case .text, .group: return answer
        }
    }
}
