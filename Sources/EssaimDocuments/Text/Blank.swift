extension String {
    /// Whether nothing of it would be seen: empty, or only spaces, controls and characters without a shape.
    var isBlank: Bool {
        unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
                || $0.properties.generalCategory == .control
        }
    }

    /// With `label` before it, or nothing when there is nothing to say.
    func prefixed(_ label: String) -> String { isBlank ? "" : label + self }
}

extension [String] {
    /// Those that say something, one after the other.
    func joined(of separator: String) -> String { filter { !$0.isBlank }.joined(separator: separator) }
}
