import Yams

extension NetworkFileFault {
    /// What the parser says, in French: where it stopped, what that usually means, what to do.
    init(_ error: YamlError) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            // A quote left open is only noticed at the end of the file: what matters is where it was opened.
            let place = problem.contains("unexpected end of stream") ? context?.mark ?? mark : mark
            self.init(line: place.line, column: place.column, message: Self.words(for: problem))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.prefix(20).map { shown($0) }.joined(separator: ", ")
            self.init(
                line: context.mark.line, column: context.mark.column,
                message: "la clé \(keys) est écrite deux fois au même endroit\u{A0}: gardez-en une.")
        case .reader(_, let offset, _, let yaml):
            let line = offset.map { yaml.prefix($0).reduce(1) { $1.isNewline ? $0 + 1 : $0 } }
            self.init(line: line, message: "un caractère invisible s’est glissé ici\u{A0}: retapez la ligne.")
        default:
            self.init(line: nil, message: "Le fichier ne se lit pas comme du YAML.")
        }
    }

    private static func words(for problem: String) -> String {
        let known = [
            (
                "mapping values are not allowed",
                "un «\u{A0}:\u{A0}» est de trop\u{A0}: mettez le texte entre guillemets, ou alignez la clé."
            ),
            ("tab character", "une tabulation\u{A0}: alignez avec des espaces."),
            (
                "cannot start any token",
                "ce signe ne peut pas commencer un texte\u{A0}: mettez le texte entre guillemets."
            ),
            ("could not find expected ':'", "il manque un «\u{A0}:\u{A0}» après la clé."),
            ("did not find expected key", "une clé est attendue ici\u{A0}: vérifiez l’alignement et les guillemets."),
            ("did not find expected ',' or ']'", "il manque une virgule ou un crochet fermant."),
            ("did not find expected ',' or '}'", "il manque une virgule ou une accolade fermante."),
            ("did not find expected '-' indicator", "un «\u{A0}-\u{A0}» est attendu ici\u{A0}: vérifiez l’alignement."),
            ("found unexpected end of stream", "un guillemet ouvert n’est pas fermé."),
            ("found undefined alias", "les renvois (*nom) ne sont pas admis\u{A0}: recopiez le texte."),
            (
                "but found another document",
                "un seul réseau par fichier\u{A0}: enlevez le «\u{A0}---\u{A0}» et sa suite."
            ),
            ("nesting level", "trop de niveaux les uns dans les autres."),
        ]
        return known.first { problem.contains($0.0) }?.1 ?? "le YAML ne se lit pas ici (\(problem))."
    }
}

/// A text of the file between quotes, made short and visible.
func shown(_ text: String) -> String { "«\u{A0}\(visible(text))\u{A0}»" }

/// The first of the names that a file gives: it may give thousands, and be wrong about each.
func listed(_ names: [String], none: String) -> String {
    if names.isEmpty { return none }
    return names.prefix(20).map(visible).joined(separator: ", ") + (names.count > 20 ? "…" : "")
}

private func visible(_ text: String) -> String {
    var short = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(60) {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            short.append("·")
        default: short.append(scalar)
        }
    }
    return "\(String(short))\(text.unicodeScalars.count > 60 ? "…" : "")"
}
