import EssaimWorkflow
import Foundation

/// Why a password was not taken.
public enum PasswordFault: Error, Sendable, Equatable {
    case tooShort(minimum: Int)
    case tooLong(maximum: Int)
    /// A line end, a tab or another character that no keyboard types into a password field.
    case controlCharacter
    /// One of those that everybody tries first, perhaps dressed with figures.
    case common
    /// Very few different characters, or a row of the keyboard.
    case predictable
    /// Their login, name, mail address or RPPS stands in it.
    case containsOwn
    /// Without the words of the house and of where they work it would be too short.
    case contextual
    /// It is known from a leak.
    case breached

    /// What the page says: what is wrong, and what to do.
    public var message: String {
        switch self {
        case .tooShort(let minimum):
            "Ce mot de passe est trop court\u{A0}: il faut au moins \(minimum)\u{A0}caractères. "
                + "Quatre ou cinq mots sans lien entre eux conviennent très bien."
        case .tooLong(let maximum):
            "Ce mot de passe est trop long\u{A0}: il peut avoir jusqu’à \(maximum)\u{A0}caractères."
        case .controlCharacter:
            "Ce mot de passe contient un caractère invisible, souvent venu d’un copier-coller. Tapez-le au clavier."
        case .common:
            "Ce mot de passe est parmi les plus utilisés, donc essayé en premier. Choisissez-en un autre\u{A0}: "
                + "quatre ou cinq mots sans lien entre eux conviennent très bien."
        case .predictable:
            "Ce mot de passe se devine\u{A0}: il répète ou suit les mêmes touches. Choisissez-en un autre\u{A0}: "
                + "quatre ou cinq mots sans lien entre eux conviennent très bien."
        case .containsOwn:
            "Ce mot de passe contient votre identifiant, votre nom, votre adresse ou votre RPPS. Choisissez-en un autre."
        case .contextual:
            "Ce mot de passe se devine\u{A0}: les noms de vos réseaux, équipes et structures et les mots du métier ne "
                + "comptent pas dans les \(PasswordPolicy.minimum)\u{A0}caractères. Ajoutez-y d’autres mots."
        case .breached:
            "Ce mot de passe figure dans une fuite de données publique, donc parmi les premiers essayés. Choisissez-en un "
                + "autre\u{A0}: quatre ou cinq mots sans lien entre eux conviennent très bien."
        }
    }
}

/// What a new password must be (NIST SP 800-63B §3.1.1, ANSSI): long, and not among those everybody tries. No rule on
/// kinds of characters, no expiry. Everything is decided here, without a network.
public enum PasswordPolicy {
    /// Characters as a person counts them.
    public static let minimum = 12
    /// Characters; also at most 1,024 bytes, for a character may be made of many marks.
    public static let maximum = 128

    /// Throws the first thing wrong with a new password, leaks apart.
    public static func check(_ password: String, for context: PasswordContext) throws(PasswordFault) {
        let text = password.precomposedStringWithCanonicalMapping
        guard text.count >= minimum else { throw .tooShort(minimum: minimum) }
        guard text.count <= maximum, text.utf8.count <= 1024 else { throw .tooLong(maximum: maximum) }
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw .controlCharacter
        }
        let folded = fold(text)
        let own = context.own.reduce(into: Set<String>()) { $0.formUnion(ContextWords.pieces(of: $1, fold: fold)) }
        if own.contains(where: { folded.contains($0) }) { throw .containsOwn }
        if isPredictable(folded) { throw .predictable }
        if isCommon(folded) { throw .common }
        let places = context.places.reduce(into: ContextWords.house) {
            $0.formUnion(ContextWords.pieces(of: $1, fold: fold))
        }
        if let rest = ContextWords.rest(of: folded, without: places), rest.count < minimum { throw .contextual }
    }

    /// Lower case without accents or spaces: `Mot de Passe` and `motdepasse` are one to a guesser.
    private static func fold(_ text: String) -> String {
        let folded = text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        return String(folded.filter { !$0.isWhitespace })
    }

    /// Fewer than five different characters, one piece repeated, or mostly a walk along the keyboard or the alphabet.
    private static func isPredictable(_ password: String) -> Bool {
        let characters = Array(password)
        if Set(characters).count < 5 { return true }
        for period in 1...(characters.count / 2) {
            if characters.indices.allSatisfy({ characters[$0] == characters[$0 % period] }) { return true }
        }
        let steps = zip(characters, characters.dropFirst())
        let walked = steps.count { $0 == $1 || CommonPasswords.steps.contains([$0, $1]) }
        return 4 * walked >= 3 * (characters.count - 1)
    }

    /// A common password, bare or dressed: figures and signs around it, figures for letters inside, or several of them
    /// side by side, up to three: four words are the advice we give.
    private static func isCommon(_ password: String) -> Bool {
        if CommonPasswords.all.contains(password) { return true }
        if isMade(ofCommon: password.filter(\.isLetter)) { return true }
        return bare(password).contains { isMade(ofCommon: unmasked($0).filter(\.isLetter)) }
    }

    /// The password without the signs and figures before it, and without up to eight, or all, of those after it: in
    /// `m0td3p4ss342` one cannot know which figures stand for letters.
    private static func bare(_ password: String) -> [Substring] {
        let start = password.drop { !$0.isLetter }
        let tail = start.reversed().prefix { !$0.isLetter }.count
        return Set(0...min(tail, 8)).union([tail]).map { start.dropLast($0) }
    }

    /// True when the letters are one to three common words of four letters or more, one after another.
    private static func isMade(ofCommon letters: String) -> Bool {
        let characters = Array(letters)
        guard characters.count >= 4 else { return false }
        // The fewest words that end at each place.
        var fewest = [0: 0]
        for end in 4...characters.count {
            for (start, words) in fewest where end - start >= 4 && words < fewest[end, default: 4] - 1 {
                if CommonPasswords.words.contains(String(characters[start..<end])) { fewest[end] = words + 1 }
            }
        }
        return fewest[characters.count, default: 4] <= 3
    }

    /// `p4$$w0rd` as it is read.
    private static func unmasked(_ password: some StringProtocol) -> String {
        let letters: [Character: Character] = [
            "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
        ]
        return String(password.map { letters[$0] ?? $0 })
    }
}
