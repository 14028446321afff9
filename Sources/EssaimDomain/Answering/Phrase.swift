/// A text that an expert writes again and again, under a shortcut of their own: theirs alone, about nobody.
public struct Phrase: Sendable, Equatable {
    public let id: Identifier<Phrase>
    public var content: Content

    public init(id: Identifier<Phrase>, content: Content) {
        self.id = id
        self.content = content
    }

    public struct Content: Sendable, Equatable {
        /// What is typed after `/`: lower case, unique for its person.
        public let shortcut: String
        /// What the list says.
        public let title: String
        public let text: String

        public init(shortcut: String, title: String, text: String) {
            self.shortcut = shortcut
            self.title = title
            self.text = text
        }
    }

    /// As many as one can still find again; said in words beyond.
    public static let mostKept = 500
    /// What the page of the answer carries: those used most.
    public static let mostOffered = 50
    /// Those of a network have no row of their own: they are named by their shortcut.
    public static func ofNetwork(_ content: Content) -> Phrase {
        Phrase(id: Identifier("equipe-\(content.shortcut)"), content: content)
    }
    public static let longestShortcut = 20
    public static let longestTitle = 80
    public static let longestText = 2000
}

extension Phrase.Content {
    /// What was typed, put in order; or what is wrong with it. Without a title it bears its first words.
    public static func checked(shortcut: String, title: String, text: String) -> Result<Self, Refusal> {
        let text = text.trimmed
        let typed = shortcut.trimmed
        let shortcut = (typed.hasPrefix("/") ? String(typed.dropFirst()) : typed).lowercased()
        var faults: [FieldFault] = []
        if !isShortcut(shortcut) {
            faults.append(
                FieldFault(
                    field: "shortcut",
                    message: "Un raccourci a de 1 à \(Phrase.longestShortcut) lettres, chiffres ou tirets, sans espace."
                ))
        }
        if title.trimmed.count > Phrase.longestTitle {
            faults.append(
                FieldFault(field: "title", message: "Ce titre dépasse \(Phrase.longestTitle) caractères."))
        }
        if text.isEmpty {
            faults.append(FieldFault(field: "text", message: "Écrivez la phrase que le raccourci mettra en place."))
        }
        // Also in bytes: one character may be thousands.
        if text.count > Phrase.longestText || text.utf8.count > 4 * Phrase.longestText {
            faults.append(
                FieldFault(field: "text", message: "Cette phrase dépasse \(Phrase.longestText) caractères."))
        }
        if !faults.isEmpty { return .failure(.faults(faults)) }
        let line = String(text.prefix { !$0.isNewline }.prefix(Phrase.longestTitle))
        return .success(Self(shortcut: shortcut, title: title.trimmed.isEmpty ? line : title.trimmed, text: text))
    }

    /// Letters of French, figures, dashes.
    private static func isShortcut(_ text: String) -> Bool {
        (1...Phrase.longestShortcut).contains(text.unicodeScalars.count)
            && text.unicodeScalars.allSatisfy { scalar in
                switch scalar {
                case "a"..."z", "0"..."9", "-", "œ", "æ": true
                case "à"..."ÿ": scalar != "÷"
                default: false
                }
            }
    }
}
