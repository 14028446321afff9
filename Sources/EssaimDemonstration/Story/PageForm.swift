/// A form as it stands in a page, with what it would send untouched.
struct PageForm: Sendable {
    struct Control: Sendable {
        enum Kind: Sendable { case field, choice, button, file }

        let kind: Kind
        let name: String
        let value: String
        /// Sent when the form is sent untouched: a filled field, a ticked box, a selected option.
        let isOn: Bool
        let isDisabled: Bool
        /// What a button says.
        var label = ""
    }

    let action: String
    let isMultipart: Bool
    let id: String?
    var controls: [Control] = []

    /// What a browser sends.
    struct Filled: Sendable {
        let action: String
        let fields: [(name: String, value: String)]
    }

    /// - Parameters:
    ///   - values: what a person types, ticks or chooses; a name or an option that the form does not offer is a failure.
    ///   - button: the value of the button used, where several have a name.
    func filled(_ values: [(name: String, value: String)] = [], button: String? = nil) throws(StoryFailure) -> Filled {
        var fields = controls.filter { $0.isOn && !$0.isDisabled && $0.kind != .button && !$0.name.isEmpty }
            .map { (name: $0.name, value: $0.value) }
        let typed = Set(values.map(\.name))
        fields.removeAll { typed.contains($0.name) }
        for (name, value) in values {
            let offered = controls.filter { $0.name == name && !$0.isDisabled }
            guard !offered.isEmpty else {
                throw StoryFailure(
                    "un champ «\u{A0}\(name)\u{A0}» dans le formulaire \(action)", "aucun champ de ce nom")
            }
            if offered.allSatisfy({ $0.kind == .choice }), !offered.contains(where: { $0.value == value }) {
                let options = offered.map(\.value).joined(separator: ", ")
                throw StoryFailure("le choix «\u{A0}\(value)\u{A0}» pour \(name)", options)
            }
            fields.append((name, value))
        }
        if let button {
            guard let used = controls.first(where: { $0.kind == .button && $0.value == button }) else {
                throw StoryFailure(
                    "un bouton «\u{A0}\(button)\u{A0}» dans le formulaire \(action)", "aucun bouton de cette valeur")
            }
            fields.append((used.name, used.value))
        }
        return Filled(action: action, fields: fields)
    }
}
