/// What a software account may read, in the words that tokens bear (RFC 6749, §3.3). None is given by default, and none
/// opens another.
public enum SoftwareScope: String, Sendable, CaseIterable {
    /// The figures of its network for a month: counts and delays.
    case figures = "suivi.chiffres"
    /// A line a demand, without number, moment or name.
    case lines = "suivi.lignes"

    /// As a token and a setting write them: sorted, one space between.
    public static func text(_ scopes: Set<SoftwareScope>) -> String {
        scopes.map(\.rawValue).sorted().joined(separator: " ")
    }

    /// Nil when a word is no scope.
    public static func read(_ text: String) -> Set<SoftwareScope>? {
        var scopes: Set<SoftwareScope> = []
        for word in text.split(separator: " ") {
            guard let scope = SoftwareScope(rawValue: String(word)) else { return nil }
            scopes.insert(scope)
        }
        return scopes
    }
}
