/// Why a form, a query or a multipart body was refused before anything in it was looked at. Offsets count bytes from
/// the first of the input; limits are in bytes unless named otherwise.
public enum FormFault: Error, Sendable, Equatable {
    /// More bytes than the reader takes.
    case tooLarge(limit: Int)
    /// More fields (or parts) than the reader takes.
    case tooManyFields(limit: Int)
    /// A `%` not followed by two hexadecimal digits.
    case badPercent(at: Int)
    /// Bytes which are not UTF-8; `at` is where the field starts.
    case notUTF8(at: Int)
    /// A NUL, which no text field may hold and no database takes.
    case forbiddenCharacter(at: Int)

    /// True when the answer is 413 rather than 400.
    public var isAboutSize: Bool {
        switch self {
        case .tooLarge, .tooManyFields: true
        case .badPercent, .notUTF8, .forbiddenCharacter: false
        }
    }

    /// What the page says: what happened, why, what to do.
    public var message: String {
        switch self {
        case .tooLarge, .tooManyFields:
            "Le formulaire n’a pas été enregistré\u{A0}: il contient trop de texte. Raccourcissez-le, puis renvoyez-le."
        case .badPercent, .notUTF8, .forbiddenCharacter:
            "Le formulaire n’a pas été enregistré\u{A0}: il est arrivé abîmé. Rechargez la page, puis renvoyez-le."
        }
    }
}
