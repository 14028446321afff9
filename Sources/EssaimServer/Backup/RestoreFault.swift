import EssaimWeb

/// Why nothing was put back.
public enum RestoreFault: Error, Sendable, Equatable {
    /// Something stands in the folder; its first name.
    case filled(folder: String, name: String)
    /// The bucket holds files under this prefix.
    case filledBucket
    /// Who holds more entries of the journal than the backup has.
    case older(holder: String, held: Int, copy: Int)
    /// A head to compare with that cannot be had, or is none.
    case against(String)
    /// A file of the backup does not open.
    case file(String)

    public var message: String {
        switch self {
        case .filled(let folder, let name):
            """
            le dossier \(folder) n’est pas vide (\(name))\u{A0}: une restauration n’écrit que dans un dossier vide, \
            rien n’a été touché. Arrêtez le serveur, mettez ce dossier de côté, puis recommencez
            """
        case .filledBucket:
            """
            le stockage d’objets contient déjà des fichiers sous ce préfixe\u{A0}: rien n’a été touché. Donnez un autre \
            préfixe (attachments.s3.prefix)
            """
        case .older(let holder, let held, let copy):
            """
            cette sauvegarde est plus ancienne que ce qui a été attesté\u{A0}: \(holder) détient \
            \(French.count(held, "inscription", "inscriptions")), elle en a \(French.grouped(copy)). Ce qui manque serait \
            perdu, et les détenteurs le diront. Cherchez une sauvegarde plus récente\u{A0}; s’il n’y en a pas, acceptez \
            celle-ci avec --accept-older
            """
        case .against(let what): "le point de contrôle \(what) ne se lit pas\u{A0}: vérifiez son adresse ou son fichier"
        case .file(let name):
            "le fichier \(name) ne s’ouvre pas\u{A0}: rien n’a été gardé, prenez une autre sauvegarde"
        }
    }
}

/// A backup or a restore that a part below put an end to, in words for who runs it.
public struct BackupStopped: Error, Sendable, Equatable {
    public let message: String
}
