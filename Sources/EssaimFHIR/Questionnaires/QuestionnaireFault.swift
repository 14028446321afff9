import EssaimDomain

/// Why a Questionnaire cannot become a form. For who edits protocols: each names the item at fault.
public enum QuestionnaireFault: Error, Hashable, Sendable {
    case notAQuestionnaire(resourceType: String)
    /// Only `active` and `draft` ones are used.
    case unusableStatus(String)
    case missing(element: String)
    case unreadableDate(String)
    /// It changes the meaning of what holds it and we do not know it: it may not be ignored.
    case modifierExtension(item: String?)
    case unsupportedType(item: String, type: String)
    /// Only help may stand under a question.
    case itemUnderQuestion(item: String)
    /// Options stand in the form itself, not in a value set elsewhere.
    case valueSet(item: String)
    case unreadableOption(item: String)
    case unknownOperator(item: String, String)
    case missingBehavior(item: String)
    /// A condition or a red flag without exactly one value that we read.
    case unreadableAnswer(item: String)
    case unreadableExtension(item: String?, url: String)
    case form(ProtocolFault)
}

extension QuestionnaireFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notAQuestionnaire(let type): "a \(type) is not a Questionnaire"
        case .unusableStatus(let status): "status '\(status)' is neither active nor draft"
        case .missing(let element): "element '\(element)' is missing"
        case .unreadableDate(let text): "'\(text.prefix(40))' is no date: 2026-11-22"
        case .modifierExtension(let item): "\(place(item)) has a modifier extension, which may not be ignored"
        case .unsupportedType(let item, let type): "item '\(item)' has the type '\(type)', which is not supported"
        case .itemUnderQuestion(let item): "item '\(item)' stands under a question: only help may"
        case .valueSet(let item): "item '\(item)' takes its options from a value set: write them as answerOption"
        case .unreadableOption(let item): "item '\(item)' has an option that is neither a coding nor a string"
        case .unknownOperator(let item, let name): "item '\(item)' compares with '\(name)', which is no operator"
        case .missingBehavior(let item): "item '\(item)' has several conditions and no enableBehavior"
        case .unreadableAnswer(let item): "item '\(item)' compares with no value, or with one that is not supported"
        case .unreadableExtension(let item, let url): "\(place(item)) has an incomplete extension \(url)"
        case .form(let fault): fault.description
        }
    }

    private func place(_ item: String?) -> String { item.map { "item '\($0)'" } ?? "the Questionnaire" }
}
