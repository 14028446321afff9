/// A form of a page: where it goes, and what a browser would send with it as it stands.
struct PageForm: Sendable {
    let action: String
    let id: String?
    var fields: [(name: String, value: String)]

    /// The fields with what someone types laid over: a name given replaces every value under it.
    func filled(with typed: [(String, String)]) -> [(String, String)] {
        let names = Set(typed.map(\.0))
        return fields.filter { !names.contains($0.name) }.map { ($0.name, $0.value) } + typed
    }

    func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    var key: String? { value("_cle") }
    var version: Int? { value("_version").flatMap(Int.init) }

    /// Every form of a page, with the controls that belong to it from outside by its id.
    static func all(in source: String) -> [PageForm] {
        var forms: [PageForm] = []
        var current: Int?
        var list: (name: String, owner: Int, chosen: String?, first: String?)?
        var reader = TagReader(source)
        while let tag = reader.next() {
            let owner = tag["form"].flatMap { id in forms.firstIndex { $0.id == id } } ?? current
            switch tag.name {
            case "form":
                forms.append(PageForm(action: tag["action"] ?? "", id: tag["id"], fields: []))
                current = forms.count - 1
            case "/form": current = nil
            case "input":
                guard let owner, let name = tag["name"] else { continue }
                let type = tag["type"] ?? "text"
                let isChoice = type == "radio" || type == "checkbox"
                if type == "file" || type == "submit" || (isChoice && tag["checked"] == nil) { continue }
                forms[owner].fields.append((name, tag["value"] ?? (isChoice ? "on" : "")))
            case "textarea":
                guard let owner, let name = tag["name"] else { continue }
                var text = HTMLText.resolved(reader.text())
                // The parser of HTML drops a line end right after the tag.
                if text.hasPrefix("\n") { text.removeFirst() }
                forms[owner].fields.append((name, text))
            case "select": list = owner.flatMap { owner in tag["name"].map { ($0, owner, nil, nil) } }
            case "option":
                if tag["selected"] != nil { list?.chosen = tag["value"] ?? "" }
                if list?.first == nil { list?.first = tag["value"] ?? "" }
            case "/select":
                if let list { forms[list.owner].fields.append((list.name, list.chosen ?? list.first ?? "")) }
                list = nil
            default: break
            }
        }
        return forms
    }
}

/// Walks through the tags of a page that is well formed, as ours are.
struct TagReader {
    struct Tag {
        let name: String
        let attributes: [String: String]
        subscript(name: String) -> String? { attributes[name] }
    }

    private var rest: Substring

    init(_ source: String) { rest = source[...] }

    mutating func next() -> Tag? {
        guard let open = rest.firstIndex(of: "<") else { return nil }
        rest = rest[open...].dropFirst()
        let name = take { !$0.isWhitespace && $0 != ">" }
        var attributes: [String: String] = [:]
        while let character = rest.first, character != ">" {
            if character.isWhitespace || character == "/" {
                rest.removeFirst()
                continue
            }
            let attribute = take { $0 != "=" && $0 != ">" && !$0.isWhitespace }
            guard rest.first == "=" else {
                attributes[attribute] = ""
                continue
            }
            rest = rest.dropFirst(2)
            attributes[attribute] = HTMLText.resolved(take { $0 != "\"" })
            rest = rest.dropFirst()
        }
        rest = rest.dropFirst()
        return Tag(name: name, attributes: attributes)
    }

    /// The text up to the next tag.
    mutating func text() -> String { take { $0 != "<" } }

    private mutating func take(_ condition: (Character) -> Bool) -> String {
        let taken = rest.prefix(while: condition)
        rest = rest[taken.endIndex...]
        return String(taken)
    }
}
