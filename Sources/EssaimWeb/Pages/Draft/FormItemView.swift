import EssaimDomain
import HTML

/// One item of the specialty's form, drawn from data.
struct FormItemView {
    var item: FormItem
    var faults: [FieldFault]

    var markup: Markup {
        div(
            .class(item.isRedFlag ? "item red-flag" : "item"),
            item.condition.map { .data("when-item", "\(DraftField.formPrefix)\($0.item)") },
            item.condition.map { .data("when-values", $0.values.joined(separator: "|")) }
        ) {
            if item.isRedFlag {
                p(.class("red-flag-word")) {
                    Icon.urgent.markup
                    " Signe d’alerte"
                }
            }
            control
        }
    }

    private var field: Field {
        Field(
            name: item.name, label: item.label, help: item.help, error: faults.message(for: item.name),
            isRequired: item.isRequired)
    }

    private var value: String { item.values.first ?? "" }

    /// Beyond, a list that unfolds: it takes two gestures on a telephone instead of one.
    private static let mostVisible = 24

    private var control: Markup {
        switch item.kind {
        case .group(let items, isMeasure: true): return measure(items)
        case .group(let items, isMeasure: false):
            return fieldset(.class("item-group")) {
                legend { item.label }
                if !item.help.isEmpty { p(.class("help")) { item.help } }
                for inner in items { FormItemView(item: inner, faults: faults).markup }
            }
        case .choice(let options) where options.count > Self.mostVisible:
            return SelectList(field: field, options: options.map(\.shown), chosen: value).markup
        case .choice(let options):
            return ChoiceGroup(field: field, options: options.map(\.shown), chosen: Set(item.values)).markup
        case .multipleChoice(let options):
            return ChoiceGroup(
                field: field, options: options.map(\.shown), chosen: Set(item.values), isMultiple: true
            ).markup
        case .boolean:
            return ChoiceGroup(
                field: field, options: [.init(value: "true", label: "Oui"), .init(value: "false", label: "Non")],
                chosen: Set(item.values)
            ).markup
        case .integer:
            return TextInput(field: field, value: value, mode: .numeric, unit: item.unit, size: .short).markup
        case .decimal:
            return TextInput(field: field, value: value, mode: .decimal, unit: item.unit, size: .short).markup
        case .text(let isLong):
            return isLong
                ? TextArea(field: field, value: value, rowCount: 2).markup
                : TextInput(field: field, value: value).markup
        case .date:
            return TextInput(
                field: field, value: value, mode: .numeric, placeholder: "jj/mm/aaaa", size: .medium
            ).markup
        }
    }
}

extension FormItemView {
    /// Numbers of one unit, which is said once.
    private func measure(_ items: [FormItem]) -> Markup {
        let unit = items.first?.unit ?? ""
        return fieldset(
            .class("field group item-measure"), item.help.isEmpty ? nil : .aria("describedby", "\(item.name)-aide")
        ) {
            legend { unit.isEmpty ? item.label : "\(item.label), en \(unit)" }
            div(.class("measures")) {
                for inner in items { FormItemView(item: inner.withoutUnit, faults: faults).markup }
            }
            if !item.help.isEmpty { p(.class("help"), .id("\(item.name)-aide")) { item.help } }
        }
    }
}

extension FormItem {
    fileprivate var withoutUnit: FormItem {
        var item = self
        item.unit = ""
        return item
    }
}

extension FormItem.Option {
    fileprivate var shown: ChoiceGroup.Option { ChoiceGroup.Option(value: code, label: label) }
}
