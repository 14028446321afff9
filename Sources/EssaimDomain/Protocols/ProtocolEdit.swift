extension ClinicalProtocol {
    /// One act of the editor. Each leaves a form that holds, or none.
    public enum Edit: Sendable, Equatable {
        case header(title: String, Guidance)
        /// A new question, or one in the place of another; a group keeps what is in it.
        case question(Item, replacing: String?, in: String?)
        case removeQuestion(String)
        case moveQuestion(String, up: Bool)
        case slot(AttachmentSlot, replacing: String?)
        case removeSlot(String)
        case moveSlot(String, up: Bool)
    }

    /// The form as it becomes; an id that is not there changes nothing.
    public func edited(_ edit: Edit) throws(ProtocolFault) -> ClinicalProtocol {
        var (title, items, slots, guidance) = (title, items, slots, guidance)
        switch edit {
        case .header(let typed, let about): (title, guidance) = (typed, about)
        case .question(let item, let replaced?, _): items = items.changing(replaced) { [item.keeping($0.children)] }
        case .question(let item, nil, let group?):
            items = items.changing(group) { [$0.keeping($0.children + [item])] }
        case .question(let item, nil, nil): items.append(item)
        case .removeQuestion(let id): items = items.changing(id) { _ in [] }
        case .moveQuestion(let id, let up): items = items.moving(id, up: up)
        case .slot(let slot, let replaced?): slots = slots.map { $0.code == replaced ? slot : $0 }
        case .slot(let slot, nil): slots.append(slot)
        case .removeSlot(let code): slots.removeAll { $0.code == code }
        case .moveSlot(let code, let up):
            if let index = slots.firstIndex(where: { $0.code == code }) { slots.shift(index, up: up) }
        }
        return try ClinicalProtocol(
            id: id, version: version, title: title, items: items, slots: slots, guidance: guidance)
    }

    /// The same form under another name: a copy, or its next version.
    public func named(
        _ id: Identifier<ClinicalProtocol>, version: String, title: String? = nil, author: String? = nil
    ) throws(ProtocolFault) -> ClinicalProtocol {
        let about = Guidance(
            whenToUse: guidance.whenToUse, testsFirst: guidance.testsFirst, banners: guidance.banners,
            author: author ?? guidance.author, reviewOn: guidance.reviewOn)
        return try ClinicalProtocol(
            id: id, version: version, title: title ?? self.title, items: items, slots: slots, guidance: about)
    }
}

extension ClinicalProtocol.Item {
    /// With these inside, where it is a group.
    fileprivate func keeping(_ children: [ClinicalProtocol.Item]) -> Self {
        guard isGroup else { return self }
        return Self(
            id: id, label: label, kind: .group(children), help: help, unit: unit, isRequired: isRequired,
            conditions: conditions, needsAllConditions: needsAllConditions, redFlags: redFlags,
            directions: directions, minimum: minimum, maximum: maximum, separator: separator)
    }
}

extension [ClinicalProtocol.Item] {
    /// With that item, wherever it stands, made into others.
    fileprivate func changing(_ id: String, _ change: (Element) -> [Element]) -> Self {
        flatMap { item in
            if item.id == id { return change(item) }
            return item.isGroup ? [item.keeping(item.children.changing(id, change))] : [item]
        }
    }

    /// One place up or down among those beside it.
    fileprivate func moving(_ id: String, up: Bool) -> Self {
        var moved = self
        if let index = firstIndex(where: { $0.id == id }) {
            moved.shift(index, up: up)
            return moved
        }
        return map { $0.isGroup ? $0.keeping($0.children.moving(id, up: up)) : $0 }
    }
}

extension Array {
    fileprivate mutating func shift(_ index: Int, up: Bool) {
        let other = up ? index - 1 : index + 1
        if indices.contains(other) { swapAt(index, other) }
    }
}
