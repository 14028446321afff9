/// Why a form cannot be used. For who edits protocols: each names the item at fault.
public enum ProtocolFault: Error, Hashable, Sendable {
    case noItem
    case tooManyItems(limit: Int)
    /// Groups within groups beyond that depth.
    case tooDeep(limit: Int)
    case emptyId
    case duplicateId(String)
    case emptyLabel(item: String)
    case noOption(item: String)
    case duplicateOption(item: String, code: String)
    case unknownConditionTarget(item: String, target: String)
    /// Only a question has answers.
    case conditionOnGroup(item: String, target: String)
    /// A condition or a red flag looks for a value that the question never takes.
    case impossibleValue(item: String, target: String, value: String)
    /// Items that wait for each other, in order.
    case circularCondition([String])
    case emptyMessage(item: String)
    case emptyBounds(item: String)
    /// A measure is several numbers of one unit.
    case oddMeasure(item: String)
    case emptySlot
    case duplicateSlot(String)
    /// Letters of ASCII, digits, points, dashes and underscores, 64 at most: it names a field and stands in an address.
    case badId(String)
    case noTitle
    case tooLong(String, limit: Int)
    /// Two of its conditions can never hold together.
    case unreachable(item: String)
    /// A direction that names neither a line nor a number.
    case directionNowhere(item: String)
    case badMinimum(slot: String, limit: Int)
    case tooMany(String, limit: Int)
}

extension ProtocolFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noItem: "the form asks nothing"
        case .tooManyItems(let limit): "the form has more than \(limit) items"
        case .tooDeep(let limit): "groups are nested deeper than \(limit)"
        case .emptyId: "an item has no id"
        case .duplicateId(let id): "two items have the id '\(id)'"
        case .emptyLabel(let item): "item '\(item)' has no label"
        case .noOption(let item): "choice '\(item)' has no option"
        case .duplicateOption(let item, let code): "choice '\(item)' has the option '\(code)' twice"
        case .unknownConditionTarget(let item, let target):
            "item '\(item)' depends on '\(target)', which does not exist"
        case .conditionOnGroup(let item, let target): "item '\(item)' depends on '\(target)', a group without answers"
        case .impossibleValue(let item, let target, let value):
            "item '\(item)' waits for '\(value)', which '\(target)' never takes"
        case .circularCondition(let ids): "items wait for each other: \(ids.joined(separator: " → "))"
        case .emptyMessage(let item): "a red flag or direction of '\(item)' has no message"
        case .emptyBounds(let item): "the least number of '\(item)' is above the greatest"
        case .oddMeasure(let item): "measure '\(item)' is not several numbers of one unit"
        case .emptySlot: "an attachment slot has no code or no label"
        case .duplicateSlot(let code): "two attachment slots have the code '\(code)'"
        case .badId(let id): "'\(id.prefix(80))' is no id: ASCII letters, digits, '.', '-', '_', 64 at most"
        case .noTitle: "the form has no title"
        case .tooLong(let place, let limit): "\(place) is longer than \(limit) characters"
        case .unreachable(let item): "item '\(item)' never shows: its conditions exclude each other"
        case .directionNowhere(let item): "a direction of '\(item)' names neither a line nor a number"
        case .badMinimum(let slot, let limit): "slot '\(slot)' asks for less than 0 or more than \(limit)"
        case .tooMany(let what, let limit): "more than \(limit) \(what)"
        }
    }
}
