/// What a pass over a page gathers.
struct PageReading {
    private(set) var forms: [PageForm] = []
    private(set) var links: [String] = []
    private(set) var text = ""
    private(set) var chips: [String] = []
    private(set) var complaints: [String] = []

    /// Which form stands around; forms do not nest.
    private var current: Int?
    /// Controls outside of their form, by its id.
    private var strays: [(form: String, control: PageForm.Control)] = []
    private var button: (attributes: [String: String], label: String)?
    private var area: (attributes: [String: String], value: String)?
    private var list: [String: String]?
    private var isHidden = false
    /// Elements being read into `chips` or `complaints`: how deep, and which.
    private var watched: (isChip: Bool, depth: Int, words: String)?

    mutating func read(_ token: MarkupReader.Token) {
        switch token {
        case .open(let name, let attributes): open(name, attributes)
        case .close(let name): close(name)
        case .text(let words):
            if isHidden { return }
            if area != nil { area?.value += words }
            if button != nil { button?.label += words }
            text += words
            watched?.words += words
        }
    }

    /// Puts the controls that name their form by its id where they belong.
    mutating func attachControls() {
        for stray in strays {
            guard let index = forms.firstIndex(where: { $0.id == stray.form }) else { continue }
            forms[index].controls.append(stray.control)
        }
    }

    private mutating func open(_ name: String, _ attributes: [String: String]) {
        watch(name, attributes)
        switch name {
        case "script", "style": isHidden = true
        case "a": if let href = attributes["href"] { links.append(href) }
        case "form":
            forms.append(
                PageForm(
                    action: attributes["action"] ?? "", isMultipart: attributes["enctype"] == "multipart/form-data",
                    id: attributes["id"]))
            current = forms.count - 1
        case "input": add(input(attributes), attributes)
        case "textarea": area = (attributes, "")
        case "select": list = attributes
        case "option":
            guard let list else { return }
            let isOn = attributes["selected"] != nil
            let name = list["name"] ?? ""
            add(control(.choice, name, attributes["value"] ?? "", isOn, attributes), list)
        case "button": button = (attributes, "")
        case "p", "div", "li", "h1", "h2", "dt", "dd", "br", "td", "label": text += " "
        default: break
        }
    }

    private mutating func close(_ name: String) {
        switch name {
        case "script", "style": isHidden = false
        case "form": current = nil
        case "select": list = nil
        case "textarea":
            if let area {
                // HTML leaves out the line end that may follow the tag.
                let value = area.value.hasPrefix("\n") ? String(area.value.dropFirst()) : area.value
                add(control(.field, area.attributes["name"] ?? "", value, true, area.attributes), area.attributes)
            }
            area = nil
        case "button":
            if let button {
                var made = control(
                    .button, button.attributes["name"] ?? "", button.attributes["value"] ?? "", false, button.attributes
                )
                made.label = button.label.singleSpaced
                add(made, button.attributes)
            }
            button = nil
        default: break
        }
        text += " "
        unwatch(name)
    }

    private func input(_ attributes: [String: String]) -> PageForm.Control {
        let name = attributes["name"] ?? ""
        let value = attributes["value"]
        switch attributes["type"] ?? "text" {
        case "radio", "checkbox": return control(.choice, name, value ?? "on", attributes["checked"] != nil, attributes)
        case "file": return control(.file, name, "", false, attributes)
        case "submit": return control(.button, name, value ?? "", false, attributes)
        default: return control(.field, name, value ?? "", true, attributes)
        }
    }

    private func control(
        _ kind: PageForm.Control.Kind, _ name: String, _ value: String, _ isOn: Bool, _ attributes: [String: String]
    ) -> PageForm.Control {
        PageForm.Control(kind: kind, name: name, value: value, isOn: isOn, isDisabled: attributes["disabled"] != nil)
    }

    private mutating func add(_ control: PageForm.Control, _ attributes: [String: String]) {
        if let form = attributes["form"] {
            strays.append((form, control))
        } else if let current {
            forms[current].controls.append(control)
        }
    }

    private mutating func watch(_ name: String, _ attributes: [String: String]) {
        if watched != nil {
            if !Self.isVoid(name), attributes[MarkupReader.selfClosing] == nil { watched?.depth += 1 }
            return
        }
        let classes = (attributes["class"] ?? "").split(separator: " ")
        let isChip = classes.contains("chip")
        if isChip || classes.contains("error") || classes.contains("problem") || classes.contains("warning"),
            !Self.isVoid(name)
        {
            watched = (isChip, 1, "")
        }
    }

    private mutating func unwatch(_ name: String) {
        guard watched != nil, !Self.isVoid(name) else { return }
        watched?.depth -= 1
        guard let done = watched, done.depth == 0 else { return }
        if done.isChip { chips.append(done.words) } else { complaints.append(done.words) }
        watched = nil
    }

    private static func isVoid(_ name: String) -> Bool {
        ["input", "img", "br", "hr", "meta", "link", "source", "wbr"].contains(name)
    }
}
