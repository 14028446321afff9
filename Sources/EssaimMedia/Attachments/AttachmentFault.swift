/// Why a file could not be stored, read or removed.
public enum AttachmentFault: Error, Sendable, Equatable {
    /// No file of that name.
    case notFound
    /// The disk or the quota is full. Nothing was kept; it can be tried again once there is room.
    case diskFull
    /// An fsync failed, now or earlier: what the disk holds is not known. The store takes nothing more, and the process
    /// is to stop with a non-zero status; an fsync tried again would lie (it succeeds though the pages are lost).
    case durabilityLost
    /// A call failed for another reason; `code` is its errno.
    case failed(call: FileCall, code: Int32)

    /// The calls we make, as in the manual.
    public enum FileCall: String, Sendable {
        case open, write, read, fsync, close, rename, mkdir, unlink, opendir, readdir, fstat
    }

    /// What the page says: what happened, why, what to do.
    public var message: String {
        switch self {
        case .notFound:
            "Cette pièce jointe n’est plus là. Demandez à la personne qui l’a envoyée de la renvoyer."
        case .diskFull:
            "La pièce jointe n’a pas été enregistrée\u{A0}: le serveur n’a plus de place. "
                + "Votre texte est gardé\u{A0}; prévenez l’administrateur, puis renvoyez-la."
        case .durabilityLost:
            "La pièce jointe n’a pas été enregistrée\u{A0}: le disque du serveur ne répond plus comme il faut. "
                + "Prévenez l’administrateur, puis renvoyez-la."
        case .failed:
            "La pièce jointe n’a pas pu être enregistrée ou lue sur le serveur. "
                + "Réessayez dans un instant\u{A0}; si cela dure, prévenez l’administrateur."
        }
    }
}
