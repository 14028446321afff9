import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension ProtocolsModel {
    init(_ list: ProtocolList, _ page: PageMaking) {
        let network = list.network.id.rawValue
        func lines(_ id: Identifier<ClinicalProtocol>) -> [String] {
            list.network.offers.filter { $0.form == id }.map(\.title)
        }
        let own = list.own.map { kept in
            Line(
                title: kept.title, path: .protocol(network, kept.id.rawValue), state: kept.words, lines: lines(kept.id),
                isToBeReviewed: list.forms[kept.id]?.guidance.isToBeReviewed(on: list.today) ?? false)
        }
        let shipped = list.shipped.map { form in
            Line(
                title: form.title, path: .protocols(network).at("nouveau"), state: form.version, lines: lines(form.id),
                isToBeReviewed: form.guidance.isToBeReviewed(on: list.today))
        }
        self.init(
            network: network, networkName: list.network.name, mayWrite: list.mayWrite, own: own, shipped: shipped,
            bases: list.own.map { ($0.id.rawValue, $0.title) }
                + list.shipped.map { ($0.id.rawValue, "\($0.title) (fourni)") },
            next: list.next.map { .protocols(network, after: $0.rawValue) }, seal: page.seal())
    }
}

extension KeptProtocol {
    /// « Version 3, en préparation ».
    var words: String { "Version \(version), \(isPublished ? "publiée" : "en préparation")" }
}

extension ProtocolModel {
    init(_ found: ProtocolPage, _ page: PageMaking) {
        let (form, network) = (found.form, found.network.id.rawValue)
        let guidance = form.guidance
        self.init(
            id: form.id.rawValue, network: network, networkName: found.network.name, mayWrite: found.mayWrite,
            state: found.last.words, isPublished: found.last.isPublished, title: form.title,
            whenToUse: guidance.whenToUse, testsFirst: guidance.testsFirst.joined(separator: "\n"),
            banners: guidance.banners.joined(separator: "\n"), author: guidance.author,
            reviewOn: guidance.reviewOn?.french ?? "", isToBeReviewed: guidance.isToBeReviewed(on: found.today),
            rows: Row.all(form.items, depth: 0, network, form), slots: form.slots,
            lines: found.lines.map { Line(id: $0.id.rawValue, title: $0.title, isUsing: $0.form == form.id) },
            versions: found.versions.map { kept in
                Version(
                    words: kept.words, at: kept.madeAt,
                    by: kept.madeBy.flatMap { found.people[$0] }?.shownName ?? "")
            }, seal: page.seal(version: found.last.stamp))
    }
}

extension ProtocolModel.Row {
    fileprivate static func all(
        _ items: [ClinicalProtocol.Item], depth: Int, _ network: String, _ form: ClinicalProtocol
    ) -> [Self] {
        items.flatMap { item in
            var marks: [String] = []
            if !item.conditions.isEmpty { marks.append("sous condition") }
            if !item.redFlags.isEmpty { marks.append("peut arrêter") }
            if !item.directions.isEmpty { marks.append("peut mener ailleurs") }
            let row = Self(
                id: item.id, label: item.label, words: item.kind.word + (item.isRequired ? ", obligatoire" : ""),
                depth: depth, marks: marks, path: .protocolQuestion(network, form.id.rawValue, item.id))
            return [row] + all(item.children, depth: depth + 1, network, form)
        }
    }
}

extension QuestionModel {
    /// A question as it stands; a new one without it.
    init(_ item: ClinicalProtocol.Item?, _ found: ProtocolPage, _ page: PageMaking) {
        let (form, network) = (found.form, found.network.id.rawValue)
        let others = form.allItems.filter { $0.id != item?.id }
        self.init(
            path: .protocolQuestion(network, form.id.rawValue, item?.id ?? Self.new),
            back: .protocol(network, form.id.rawValue), formTitle: form.title, known: item?.id,
            seal: page.seal(version: found.last.stamp))
        questions = others.filter { !$0.isGroup }.map { Choice(value: $0.id, label: $0.label) }
        optionsByQuestion = Dictionary(others.map { ($0.id, $0.options) }, uniquingKeysWith: { $1 })
        groups = others.filter(\.isGroup).map { Choice(value: $0.id, label: $0.label) }
        lines = found.network.offers.map { Choice(value: $0.id.rawValue, label: $0.title) }
        guard let item else { return }
        func rule(_ test: ClinicalProtocol.Test, of asked: ClinicalProtocol.Item?) -> Rule {
            let value = test.value ?? ""
            let shown =
                asked?.options.first { $0.code == value }?.label
                ?? (asked?.kind == .boolean ? value == "true" ? "oui" : "non" : value)
            return Rule(test: TestName(test).rawValue, value: test.value == nil ? "" : shown)
        }
        (id, label, kind) = (item.id, item.label, KindName(item.kind).rawValue)
        (help, unit, separator, isRequired) = (item.help, item.unit, item.separator, item.isRequired)
        (minimum, maximum) = (Self.typed(item.minimum), Self.typed(item.maximum))
        options = item.options.map { "\($0.code) = \($0.label)" }.joined(separator: "\n")
        needsAll = item.needsAllConditions
        conditions = item.conditions.map { condition in
            var rule = rule(condition.test, of: form.item(condition.item))
            rule.question = condition.item
            return rule
        }
        flags = item.redFlags.map { flag in
            var rule = rule(flag.test, of: item)
            rule.message = flag.message
            return rule
        }
        doors = item.directions.map { door in
            var rule = rule(door.test, of: item)
            (rule.message, rule.line, rule.phone) = (door.message, door.line?.rawValue ?? "", door.phone)
            return rule
        }
    }

    private static func typed(_ number: Double?) -> String {
        guard let number else { return "" }
        if number.magnitude < 1e15, number == number.rounded() { return String(Int(number)) }
        return String(number).replacing(".", with: ",")
    }
}
