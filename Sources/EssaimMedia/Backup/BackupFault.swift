import EssaimWorkflow

/// Why a backup was not made, or is not read.
public enum BackupFault: Error, Sendable, Equatable {
    case notABackup
    /// Its end is missing.
    case cut
    /// Bytes that are not those that were written, from this place on.
    case altered(at: Int)
    case laterFormat(Int)
    /// Written by a version whose schema is not known here.
    case laterSchema(essaim: String)
    /// The master key that seals it is not among those given.
    case missingMaster(id: String)
    /// A key of that name is here, and opens nothing.
    case wrongMaster(id: String)
    /// What it holds does not add up though every byte is as it was written.
    case inconsistent(String)
    case full
    /// An fsync failed: what was written is not to be believed.
    case notSynced
    /// Another backup is being made into that folder.
    case underWay
    case failed(path: String, call: String, code: Int32)

    /// What the operator reads: what happened, why, what to do.
    public var message: String {
        switch self {
        case .notABackup: "ce fichier n’est pas une sauvegarde d’Essaim\u{A0}: vérifiez son nom"
        case .cut:
            "la sauvegarde est coupée\u{A0}: sa fin manque. Reprenez-la de sa source, ou prenez-en une autre"
        case .altered(let place):
            "la sauvegarde est altérée à partir de l’octet \(place)\u{A0}: ce n’est plus ce qui a été écrit. Prenez-en une autre"
        case .laterFormat(let number):
            "la sauvegarde est au format \(number), plus récent que celui de ce programme (\(BackupHeader.format))\u{A0}: installez la version d’Essaim qui l’a faite"
        case .laterSchema(let version):
            "la sauvegarde vient d’une autre version d’Essaim (\(version)), que celle-ci ne sait pas lire\u{A0}: installez cette version-là"
        case .missingMaster(let id):
            "la clé maîtresse \(id), qui scelle cette sauvegarde, n’est pas là\u{A0}: donnez son dossier (--keys) ou sa feuille (--escrow)"
        case .wrongMaster(let id):
            "la clé maîtresse \(id) ne l’ouvre pas\u{A0}: l’en-tête de la sauvegarde est altéré. Prenez-en une autre"
        case .inconsistent(let what): "la sauvegarde se contredit (\(what))\u{A0}: prenez-en une autre"
        case .full:
            "le disque est plein\u{A0}: aucune sauvegarde n’a été gardée, les précédentes sont intactes. Faites de la place, puis recommencez"
        case .notSynced:
            "le disque n’a pas confirmé l’écriture\u{A0}: aucune sauvegarde n’a été gardée. Vérifiez-le avant de recommencer"
        case .underWay:
            "une sauvegarde vers ce dossier est déjà en cours\u{A0}: attendez sa fin"
        case .failed(let path, let call, let code):
            "«\u{A0}\(path)\u{A0}» n’a pas pu être lu ou écrit (\(call), erreur \(code)). Vérifiez le disque et les droits, puis recommencez"
        }
    }

    public init(_ error: FileError, at path: String) {
        switch (error.call, error.fault) {
        case (.fsync, _): self = .notSynced
        case (_, .full): self = .full
        default: self = .failed(path: path, call: error.call.rawValue, code: error.code)
        }
    }
}
