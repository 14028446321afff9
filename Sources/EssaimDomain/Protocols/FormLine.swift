/// One answered question as a reader sees it: « Plus grand diamètre », « 9 mm ».
public struct FormLine: Sendable, Hashable {
    public let item: String
    public let label: String
    public let text: String

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
        return allItems.compactMap { item in
            let words = kept[item.id].map(item.words)
            return words.isEmpty
                ? nil : FormLine(item: item.id, label: item.label, text: words.joined(separator: ", "))
        }
    }
}

extension ClinicalProtocol.Item {
    fileprivate func words(_ answer: String) -> String {
        switch kind {
        case .choice(let options), .multipleChoice(let options):
            return options.first { $0.code == answer }?.label ?? answer
        case .boolean: return answer == "true" ? "oui" : answer == "false" ? "non" : answer
        case .integer, .decimal:
            let number = String(answer.map { $0 == "." ? "," : $0 })
            return unit.isEmpty ? number : "\(number)\u{A0}\(unit)"
        case .date: return CivilDate.parse(answer)?.french ?? answer
        case .text, .group: return answer
        }
    }
}
