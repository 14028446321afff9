/// Writes block YAML of mappings and texts. What a reader could take for something else stands between quotes.
struct YAMLWriter {
    private(set) var text = ""
    private var depth = 0
    /// The next line begins an item of a list.
    private var beginsItem = false

    mutating func pair(_ key: String, _ value: String) { line("\(scalar(key)): \(scalar(value))") }

    mutating func list(_ key: String, _ values: [String]) {
        line("\(scalar(key)): [\(values.map(scalar).joined(separator: ", "))]")
    }

    mutating func section(_ key: String, _ content: (inout YAMLWriter) -> Void) {
        line("\(scalar(key)):")
        depth += 1
        content(&self)
        depth -= 1
    }

    /// A mapping of nothing.
    mutating func none(_ key: String) { line("\(scalar(key)): {}") }

    mutating func blank() { text += "\n" }

    /// A mapping in a list; it has at least one key.
    mutating func item(_ content: (inout YAMLWriter) -> Void) {
        depth += 1
        beginsItem = true
        content(&self)
        depth -= 1
    }

    private mutating func line(_ content: String) {
        text +=
            String(repeating: "  ", count: beginsItem ? depth - 1 : depth) + (beginsItem ? "- " : "") + content + "\n"
        beginsItem = false
    }

    private func scalar(_ value: String) -> String { isPlain(value) ? value : quoted(value) }

    /// Letters, digits and a few signs, words single-spaced: nothing that YAML reads otherwise. Words such as `null` and
    /// `yes` are texts to our reader, but another one may differ: they are quoted.
    private func isPlain(_ value: String) -> Bool {
        guard let first = value.unicodeScalars.first, let last = value.unicodeScalars.last,
            first.properties.isAlphabetic || ("0"..."9").contains(first), last != " "
        else { return false }
        if ["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(value.lowercased()) { return false }
        return value.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || " -–/’.+()".unicodeScalars.contains(scalar)
        }
    }

    /// YAML 1.2 §5.7: a double-quoted text, with escapes for what is not printable.
    private func quoted(_ value: String) -> String {
        var out = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            // A reader that refuses aliases need not wonder.
            case "*": out += "\\x2A"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            default:
                switch scalar.properties.generalCategory {
                case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
                    out += escaped(scalar)
                default: out.unicodeScalars.append(scalar)
                }
            }
        }
        return out + "\""
    }

    private func escaped(_ scalar: Unicode.Scalar) -> String {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        return "\\U" + String(repeating: "0", count: 8 - hex.utf8.count) + hex
    }
}
