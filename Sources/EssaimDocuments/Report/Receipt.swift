extension ConsultationReport {
    /// What proves, offline, that this demand and this answer were recorded: printed beside its QR code, at the foot of the
    /// last page.
    public struct Receipt: Sendable, Equatable {
        /// The longest code, in characters: a larger one would have modules under 0.27 mm.
        public static let codeLimit = 1800

        /// What the QR code holds: characters of its alphanumeric mode only (0-9 A-Z space $ % * + - . / :), from one to
        /// `codeLimit`. Read back, it is the same to the character.
        public var code: String
        /// Lines printed beside the code, French, already formatted: « Reçu n° 1 234 · scellé le … », the log's name and
        /// key, how to verify. The first is set in bold; one of more than some 75 characters goes on underneath.
        public var lines: [String]

        public init(code: String, lines: [String]) {
            self.code = code
            self.lines = lines
        }
    }
}

extension ConsultationReport.Receipt {
    /// Why a receipt cannot be printed. It is refused whole: a code cut short or changed would prove nothing.
    public enum Fault: Sendable, Equatable {
        case emptyCode
        /// More characters than `codeLimit`; this many.
        case longCode(Int)
        /// A character outside of the alphanumeric mode, at this place from 0.
        case foreignCharacter(at: Int)
        /// More lines than a page can hold.
        case tall
        /// The encoder refused, with its `errno`.
        case encoding(Int32)
    }

    /// The code as it is printed.
    ///
    /// - Throws: `.receipt`.
    func symbol() throws(DocumentError) -> QRSymbol {
        let characters = code.unicodeScalars
        guard !characters.isEmpty else { throw .receipt(.emptyCode) }
        guard characters.count <= Self.codeLimit else { throw .receipt(.longCode(characters.count)) }
        for (place, character) in characters.enumerated() where !QRSymbol.alphabet.contains(character) {
            throw .receipt(.foreignCharacter(at: place))
        }
        return try QRSymbol(code)
    }
}
