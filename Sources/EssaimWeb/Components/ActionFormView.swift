import HTML

/// An act allowed now: one button when it asks nothing, a button that unfolds a form when it does.
struct ActionFormView {
    var model: ActionForm

    @MarkupBuilder var markup: Markup {
        if visibleFields.isEmpty && model.explanation.isEmpty {
            opening { submit }
        } else {
            details(.class("act \(model.kind.rawValue)"), .open(model.isOpen), .id(model.id)) {
                summary(.class("button \(model.kind.rawValue)")) { model.title }
                div(.class("act-body")) {
                    opening {
                        if !model.explanation.isEmpty { p(.class("explanation")) { model.explanation } }
                        for field in visibleFields { ActionFieldView(model: field, form: model.id).markup }
                        submit
                    }
                }
            }
        }
    }

    private var visibleFields: [ActionField] {
        model.fields.filter { if case .hidden = $0.kind { false } else { true } }
    }

    private func opening(@MarkupBuilder _ content: () -> Markup) -> Markup {
        form(.method(.post), .action(model.path.text), .class("act-form"), .data("once")) {
            SealFields(seal: model.seal).markup
            for field in model.fields {
                if case .hidden = field.kind { input(.type(.hidden), .name(field.name), .value(field.value)) }
            }
            content()
        }
    }

    private var submit: Markup {
        button(.type(button: .submit), .class("button \(model.kind.rawValue)"), .data("act", model.id)) {
            model.submit ?? model.title
        }
    }
}

/// One of its fields.
struct ActionFieldView {
    var model: ActionField
    /// Id of the act, so that ids stay unique when two acts ask the same thing.
    var form: String

    var markup: Markup {
        let field = Field(
            name: model.name, label: model.label, help: model.help, error: model.error, isRequired: model.isRequired,
            id: "\(form)-\(model.name)")
        let isRequired = model.isRequired
        switch model.kind {
        case .shortText: return TextInput(field: field, value: model.value, isRequired: isRequired).markup
        case .longText(let limit):
            return TextArea(field: field, value: model.value, limit: limit, isRequired: isRequired).markup
        case .date:
            return TextInput(
                field: field, value: model.value, type: .date, size: .medium, isRequired: isRequired
            ).markup
        case .choice(let options):
            return ChoiceGroup(
                field: field, options: options.map(\.shown), chosen: [model.value], isRequired: isRequired
            ).markup
        case .list(let options):
            return SelectList(
                field: field, options: options.map(\.shown), chosen: model.value, isRequired: isRequired
            ).markup
        case .tick: return Tick(field: field, isTicked: model.value == "oui", isRequired: isRequired).markup
        case .hidden: return .empty
        case .sentences(let sentences, let text):
            return SentenceKeys(
                field: field, sentences: sentences, ticked: Set(model.value.split(separator: " ").map(String.init)),
                textID: "\(form)-\(text)"
            ).markup
        }
    }
}

extension ActionField.Option {
    fileprivate var shown: ChoiceGroup.Option { ChoiceGroup.Option(value: value, label: label) }
}
