/// Why a `multipart/form-data` body was refused. Once thrown, the parser takes nothing more.
public enum MultipartFault: Error, Sendable, Equatable {
    /// The `Content-Type` is not `multipart/form-data` with a boundary of 1 to 70 permitted characters.
    case badContentType
    /// Where a boundary had to stand, something else does; or bytes follow the last one.
    case badBoundary
    /// A part's header does not follow the grammar, or lacks `Content-Disposition: form-data; name="…"`.
    case badHeader
    /// The body stops before its closing boundary.
    case truncated
    /// A part's header is longer than `limit` bytes.
    case headerTooLarge(limit: Int)
    /// A name or a file name is longer than `limit` bytes.
    case nameTooLong(limit: Int)
    /// More than `limit` parts.
    case tooManyParts(limit: Int)
    /// A part's content is longer than `limit` bytes.
    case partTooLarge(name: String, isFile: Bool, limit: Int)

    /// True when the answer is 413 rather than 400.
    public var isAboutSize: Bool {
        switch self {
        case .badContentType, .badBoundary, .badHeader, .truncated: false
        case .headerTooLarge, .nameTooLong, .tooManyParts, .partTooLarge: true
        }
    }

    /// What the page says: what happened, why, what to do.
    public var message: String {
        switch self {
        case .badContentType, .badBoundary, .badHeader:
            "L’envoi n’a pas pu être lu\u{A0}: il est arrivé abîmé. Rechargez la page, puis recommencez l’envoi."
        case .truncated:
            "L’envoi a été interrompu avant la fin. Vérifiez la connexion, puis recommencez l’envoi."
        case .headerTooLarge, .nameTooLong:
            "L’envoi a été refusé\u{A0}: le nom d’un fichier est trop long. Renommez-le, puis recommencez l’envoi."
        case .tooManyParts(let limit):
            "L’envoi a été refusé\u{A0}: il contient plus de \(limit)\u{A0}éléments. Envoyez-le en plusieurs fois."
        case .partTooLarge(_, true, let limit):
            "Le fichier dépasse \(megabytes(limit)). Réduisez-le, ou envoyez la demande sans lui."
        case .partTooLarge(_, false, _):
            "Le formulaire n’a pas été enregistré\u{A0}: un texte est trop long. Raccourcissez-le, puis renvoyez-le."
        }
    }

    private func megabytes(_ bytes: Int) -> String {
        bytes >= 1_000_000 ? "\(bytes / 1_000_000)\u{A0}Mo" : "\(max(1, bytes / 1000))\u{A0}ko"
    }
}
