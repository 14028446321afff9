import HTML

/// What surrounds a control: its label above, its help and its error under, tied to it for screen readers.
struct Field {
    var name: String
    var label: String
    var help = ""
    var error: String?
    var isRequired = false
    /// Unique in the page; the name, unless several forms of the page have it.
    var id: String?
    /// The form to which the control belongs when it stands outside of it.
    var form: String?

    var controlID: String { id ?? name }

    /// Attributes that tie a single control to its label, help and error.
    var ties: [Attribute?] { [.id(controlID), .name(name), form.map { .form($0) }] + describing }

    /// Help and error, for a control or for the fieldset of several.
    var describing: [Attribute?] {
        let described = [help.isEmpty ? nil : "\(controlID)-aide", error == nil ? nil : "\(controlID)-erreur"]
            .compactMap { $0 }.joined(separator: " ")
        return [
            described.isEmpty ? nil : .aria("describedby", described), error == nil ? nil : .aria("invalid", "true"),
        ]
    }

    /// A single control under its label.
    func around(_ control: Markup) -> Markup {
        div(.class(error == nil ? "field" : "field faulty")) {
            HTML.label(.for(controlID)) { caption }
            control
            notes
        }
    }

    /// Several controls under a legend.
    func aroundGroup(_ controls: Markup, role: String = "") -> Markup {
        fieldset(
            .class("field group \(role)\(error == nil ? "" : " faulty")"), .id(controlID), .tabindex(-1), describing[0]
        ) {
            legend { caption }
            controls
            notes
        }
    }

    @MarkupBuilder var caption: Markup {
        label
        if isRequired { span(.class("required")) { "obligatoire" } }
    }

    @MarkupBuilder var notes: Markup {
        if let error {
            p(.class("error"), .id("\(controlID)-erreur")) {
                Icon.alert.markup
                " \(error)"
            }
        }
        if !help.isEmpty { p(.class("help"), .id("\(controlID)-aide")) { help } }
    }
}
