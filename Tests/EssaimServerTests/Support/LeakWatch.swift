import Glibc
import Synchronization

/// What no line of the technical log may hold, in any town of the suite: who the patients are, what is written of them, and
/// whatever opens an account. The town hands over what it knows; a browser, what it was typed and what it was given.
final class LeakWatch: Sendable {
    /// Shorter values stand in other words by accident.
    static let shortest = 6

    /// Fields whose values are secrets or texts, by their names in the forms.
    static let fields: Set<String> = [
        "_csrf", "mot_de_passe", "nouveau_mot_de_passe", "code", "question", "context", "text",
        "texte", "limits", "limites", "motif", "remarque", "note", "patient.birthFamilyName", "patient.firstGivenName",
        "patient.birthDate", "patient.nir", "patient.usedFamilyName", "patient.usedGivenName",
    ]

    private let values: Mutex<Set<String>>

    init() { values = Mutex(Set(Kept.canaries + Canary.all)) }

    func add(_ value: String?) {
        guard let value, value.utf8.count >= Self.shortest else { return }
        values.withLock { _ = $0.insert(value) }
    }

    func add(_ typed: [(String, String)]) {
        for (name, value) in typed where Self.fields.contains(name) { add(value) }
    }

    /// The lines that say what they must not, with what they say.
    func leaks(in lines: [String]) -> [String] {
        let values = values.withLock { $0 }
        let text = Self.searchable(lines.joined(separator: "\n"))
        return values.filter { Self.stands($0, in: text) }.flatMap { value in
            lines.filter { Self.stands(value, in: Self.searchable($0)) }
                .map { "« \(value) » in: \($0.prefix(300))" }
        }
    }

    /// As C has texts: thousands of lines are held against hundreds of values in each town.
    private static func searchable(_ text: String) -> [CChar] {
        text.utf8.map { CChar(bitPattern: $0 == 0 ? 0x20 : $0) } + [0]
    }

    /// A number stands there when no other digit goes on with it: milliseconds have digits enough to spell any code.
    private static func stands(_ value: String, in text: [CChar]) -> Bool {
        func isDigit(_ byte: CChar) -> Bool { (0x30...0x39).contains(byte) }
        let sought = searchable(value)
        let isNumber = sought.dropLast().allSatisfy(isDigit)
        return text.withUnsafeBufferPointer { text in
            guard var place = text.baseAddress, let start = text.baseAddress else { return false }
            while let found = strstr(place, sought) {
                let before = found - UnsafeMutablePointer(mutating: start) > 0 ? found[-1] : 0
                if !isNumber || !isDigit(before) && !isDigit(found[sought.count - 1]) { return true }
                place = UnsafePointer(found) + 1
            }
            return false
        }
    }
}
