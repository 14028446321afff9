/// Something that went wrong, told by whoever met it and kept apart from the demand's thread: the network's coordination
/// reads it.
public struct ReportedProblem: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Counts as *incident technique* (CSP R.6316-4) when it is about a demand.
        case technical
        case identity
        case answer
        /// Told to the network's security referent as well.
        case confidentiality
        case other
    }

    public let id: Identifier<ReportedProblem>
    public let network: Identifier<Network>
    /// Nil when it is about none.
    public let request: Identifier<AdviceRequest>?
    public let kind: Kind
    public let words: String
    public let by: Identifier<Person>
    public let at: Instant
    /// Once the coordination has dealt with it.
    public var handling: Handling?

    public struct Handling: Sendable, Equatable {
        public let by: Identifier<Person>
        public let at: Instant
        /// What is answered to who told it; may be empty.
        public let reply: String

        public init(by: Identifier<Person>, at: Instant, reply: String) {
            self.by = by
            self.at = at
            self.reply = reply
        }
    }

    public init(
        id: Identifier<ReportedProblem>, network: Identifier<Network>, request: Identifier<AdviceRequest>?, kind: Kind,
        words: String, by: Identifier<Person>, at: Instant, handling: Handling? = nil
    ) {
        self.id = id
        self.network = network
        self.request = request
        self.kind = kind
        self.words = words
        self.by = by
        self.at = at
        self.handling = handling
    }

    /// Characters.
    public static let longestWords = 2000

    /// What is wrong with words that must say something; nil when nothing is.
    public static func fault(in words: String) -> FieldFault? {
        if words.isEmpty {
            return FieldFault(field: "texte", message: "Dites en quelques mots ce qui s’est passé.")
        }
        return lengthFault(in: words)
    }

    /// Of words that may say nothing.
    public static func lengthFault(in words: String) -> FieldFault? {
        guard words.unicodeScalars.count > longestWords else { return nil }
        return FieldFault(
            field: "texte", message: "Au plus \(longestWords)\u{A0}caractères\u{A0}: raccourcissez ce texte.")
    }
}
