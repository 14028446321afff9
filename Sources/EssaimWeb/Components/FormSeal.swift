import EssaimGate

/// What every form carries unseen: the session's token, the key that makes a second sending harmless,
/// and the version of the demand that the page showed.
public struct FormSeal: Sendable, Hashable {
    public static let csrfName = FormSealName.csrf
    public static let keyName = "_cle"
    public static let versionName = "_version"

    public var csrf: String
    public var key: String
    /// Absent where no demand is changed.
    public var version: Int?

    public init(csrf: String, key: String, version: Int? = nil) {
        self.csrf = csrf
        self.key = key
        self.version = version
    }

    static let sample = FormSeal(csrf: "jeton-de-session", key: "cle-0001", version: 3)
}
