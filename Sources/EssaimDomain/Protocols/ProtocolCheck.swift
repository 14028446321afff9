/// What must hold for a form to be used.
enum ProtocolCheck {
    static let greatestDepth = 8
    static let mostItems = 500
    static let mostOptions = 200
    /// Of conditions, red flags or directions on one question; of slots; of lines of the header.
    static let mostRules = 40
    /// Characters of one text.
    static let longestText = 1000

    static func hold(
        _ items: [ClinicalProtocol.Item], _ slots: [ClinicalProtocol.AttachmentSlot]
    ) throws(ProtocolFault) {
        guard depth(items, within: greatestDepth + 1) <= greatestDepth else { throw .tooDeep(limit: greatestDepth) }
        let all = items.flatMap(\.withDescendants)
        guard !all.isEmpty else { throw .noItem }
        guard all.count <= mostItems else { throw .tooManyItems(limit: mostItems) }
        var byId: [String: ClinicalProtocol.Item] = [:]
        for item in all {
            guard !item.id.isEmpty else { throw .emptyId }
            guard isId(item.id) else { throw .badId(item.id) }
            guard byId.updateValue(item, forKey: item.id) == nil else { throw .duplicateId(item.id) }
        }
        for item in all { try hold(item, among: byId) }
        if let circle = circle(all) { throw .circularCondition(circle) }
        try hold(slots)
    }

    private static func hold(
        _ item: ClinicalProtocol.Item, among byId: [String: ClinicalProtocol.Item]
    ) throws(ProtocolFault) {
        guard !item.label.isEmpty else { throw .emptyLabel(item: item.id) }
        switch item.kind {
        case .choice(let options), .multipleChoice(let options):
            guard !options.isEmpty else { throw .noOption(item: item.id) }
            guard options.count <= mostOptions else { throw .tooMany("options of '\(item.id)'", limit: mostOptions) }
            var codes: Set<String> = []
            for option in options where !codes.insert(option.code).inserted || option.code.isEmpty {
                throw .duplicateOption(item: item.id, code: option.code)
            }
        default: break
        }
        if let minimum = item.minimum, let maximum = item.maximum, minimum > maximum {
            throw .emptyBounds(item: item.id)
        }
        if !item.separator.isEmpty {
            let units = Set(item.children.map(\.unit))
            guard item.children.count > 1, units.count == 1, item.children.allSatisfy(\.isNumber) else {
                throw .oddMeasure(item: item.id)
            }
        }
        for rule in item.redFlags {
            guard !rule.message.isEmpty else { throw .emptyMessage(item: item.id) }
            try hold(rule.test, of: item, asked: item)
        }
        for rule in item.directions {
            guard !rule.message.isEmpty else { throw .emptyMessage(item: item.id) }
            guard rule.line != nil || !rule.phone.isEmpty else { throw .directionNowhere(item: item.id) }
            try hold(rule.test, of: item, asked: item)
        }
        try hold(item.texts, of: "a text of '\(item.id)'")
        guard item.conditions.count <= mostRules, item.redFlags.count <= mostRules, item.directions.count <= mostRules
        else { throw .tooMany("rules on '\(item.id)'", limit: mostRules) }
        for condition in item.conditions {
            guard let target = byId[condition.item] else {
                throw .unknownConditionTarget(item: item.id, target: condition.item)
            }
            guard !target.isGroup else { throw .conditionOnGroup(item: item.id, target: target.id) }
            try hold(condition.test, of: item, asked: target)
        }
        if excludeEachOther(item, among: byId) { throw .unreachable(item: item.id) }
    }

    /// All must hold, and two of them cannot: answered and not answered, or two answers where one is given.
    private static func excludeEachOther(
        _ item: ClinicalProtocol.Item, among byId: [String: ClinicalProtocol.Item]
    ) -> Bool {
        guard item.needsAllConditions else { return false }
        for (id, conditions) in Dictionary(grouping: item.conditions, by: \.item) {
            let tests = conditions.map(\.test)
            if tests.contains(.exists(false)), tests.contains(where: { $0 != .exists(false) }) { return true }
            var isSingle = true
            if case .multipleChoice? = byId[id]?.kind { isSingle = false }
            let wanted = Set(tests.compactMap { if case .equals(let value) = $0 { value } else { nil } })
            if isSingle, wanted.count > 1 { return true }
        }
        return false
    }

    private static func hold(
        _ test: ClinicalProtocol.Test, of item: ClinicalProtocol.Item, asked target: ClinicalProtocol.Item
    ) throws(ProtocolFault) {
        guard let value = test.value else { return }
        let isPossible =
            switch target.kind {
            case .group: false
            case .choice(let options), .multipleChoice(let options): options.contains { $0.code == value }
            case .boolean: value == "true" || value == "false"
            case .integer, .decimal: FormValue.decimal(value) != nil
            case .date: CivilDate.parse(value) != nil
            case .text: true
            }
        guard isPossible else { throw .impossibleValue(item: item.id, target: target.id, value: value) }
    }

    private static func hold(_ slots: [ClinicalProtocol.AttachmentSlot]) throws(ProtocolFault) {
        guard slots.count <= mostRules else { throw .tooMany("attachment slots", limit: mostRules) }
        var codes: Set<String> = []
        for slot in slots {
            guard !slot.code.isEmpty, !slot.label.isEmpty else { throw .emptySlot }
            guard isId(slot.code) else { throw .badId(slot.code) }
            guard (0...ClinicalProtocol.AttachmentSlot.greatestMinimum).contains(slot.minimum) else {
                throw .badMinimum(slot: slot.code, limit: ClinicalProtocol.AttachmentSlot.greatestMinimum)
            }
            try hold([slot.label, slot.help], of: "a text of slot '\(slot.code)'")
            guard codes.insert(slot.code).inserted else { throw .duplicateSlot(slot.code) }
        }
    }

    private static func depth(_ items: [ClinicalProtocol.Item], within limit: Int) -> Int {
        guard limit > 0, !items.isEmpty else { return 0 }
        return 1 + (items.map { depth($0.children, within: limit - 1) }.max() ?? 0)
    }
}

extension ClinicalProtocol.Item {
    fileprivate var isNumber: Bool {
        switch kind {
        case .integer, .decimal: true
        default: false
        }
    }
}

extension ProtocolCheck {
    /// Items that wait for each other, the first one again at the end; nil when none do. An item waits for what its
    /// conditions look at, and for the group around it.
    private static func circle(_ all: [ClinicalProtocol.Item]) -> [String]? {
        var waitsFor: [String: [String]] = [:]
        for item in all {
            waitsFor[item.id, default: []] += item.conditions.map(\.item)
            for child in item.children { waitsFor[child.id, default: []].append(item.id) }
        }
        var settled: Set<String> = []
        for item in all {
            var path: [String] = []
            if let circle = walk(item.id, waitsFor, &path, &settled) { return circle }
        }
        return nil
    }

    private static func walk(
        _ id: String, _ waitsFor: [String: [String]], _ path: inout [String], _ settled: inout Set<String>
    ) -> [String]? {
        if settled.contains(id) { return nil }
        if let start = path.firstIndex(of: id) { return path[start...] + [id] }
        path.append(id)
        for next in waitsFor[id] ?? [] {
            if let circle = walk(next, waitsFor, &path, &settled) { return circle }
        }
        path.removeLast()
        settled.insert(id)
        return nil
    }
}
