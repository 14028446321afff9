import EssaimDomain
import EssaimGate

/// Makes the form of one act on one demand, as it stands on one page.
struct FormMaking {
    let word: RequestWord
    let file: RequestFile
    let page: PageMaking

    var request: AdviceRequest { file.request }

    func act(
        _ title: String, _ kind: ActionForm.Kind = .secondary, _ fields: [ActionField] = [], explanation: String = "",
        submit: String? = nil
    ) -> ActionForm {
        let version = word.action.isVersionless ? nil : request.version
        return ActionForm(
            id: word.rawValue, title: title, path: .act(request.id.rawValue, word.rawValue),
            seal: page.seal(version: version), kind: kind, explanation: explanation.frenchSpaced, fields: fields,
            submit: submit)
    }
}

extension ActionField {
    static func long(_ name: String, _ label: String, value: String = "", isRequired: Bool = true) -> ActionField {
        ActionField(
            name: name, label: label.frenchSpaced, kind: .longText(limit: AnswerContent.longestText), value: value,
            isRequired: isRequired)
    }

    static func short(_ name: String, _ label: String, isRequired: Bool = false, value: String = "") -> ActionField {
        ActionField(name: name, label: label, kind: .shortText, value: value, isRequired: isRequired)
    }

    static func optionalList(
        _ name: String, _ label: String, _ options: [(String, String)], value: String = ""
    ) -> ActionField {
        var field = list(name, label, options, value: value)
        field.isRequired = false
        return field
    }

    static func list(
        _ name: String, _ label: String, _ options: [(String, String)], value: String = ""
    ) -> ActionField {
        ActionField(
            name: name, label: label, kind: .list(options.map { Option(value: $0.0, label: $0.1) }), value: value,
            isRequired: true)
    }
}
