extension MediaFault {
    /// What the page says: what happened, why, what to do.
    public var message: String {
        switch self {
        case .empty:
            "Le fichier est vide. Choisissez-en un autre, ou envoyez la demande sans lui."
        case .tooManyBytes(let limit):
            "Le fichier dépasse \(limit >> 20)\u{A0}Mo. Réduisez-le, puis renvoyez-le."
        case .tooManyPixels(let width, let height, .pixels(let limit)):
            "L’image est trop grande (\(Self.size(width, height))). La limite est de "
                + "\(limit / 1_000_000)\u{A0}millions de pixels\u{A0}: réduisez-la, puis renvoyez-la."
        case .tooManyPixels(let width, let height, .side(let limit)):
            "L’image est trop grande (\(Self.size(width, height))). Un côté ne peut dépasser "
                + "\(Self.grouped(limit))\u{A0}pixels\u{A0}: réduisez-la, puis renvoyez-la."
        case .tooManyPages(let limit):
            "Le document a plus de \(limit)\u{A0}pages. Envoyez seulement les pages utiles."
        case .severalPictures(.dicom):
            "Ce fichier DICOM contient plusieurs images. Exportez l’image utile seule, puis envoyez-la."
        case .severalPictures(.webp):
            "Cette image est animée, ce qui n’est pas accepté. Enregistrez-la en JPEG ou en PNG, puis renvoyez-la."
        case .severalPictures:
            "Ce fichier contient plusieurs pages ou plusieurs images. Envoyez-les une à une, ou en un seul PDF."
        case .unsupported(let kind):
            kind.refusal
        case .unrecognised:
            "Ce fichier n’est pas d’un type reconnu. \(ContentKind.taken)"
        case .extensionMismatch(let named, let content):
            "Le nom du fichier se termine par «\u{A0}.\(named)\u{A0}», mais son contenu est \(content.french). "
                + "Corrigez le nom ou choisissez un autre fichier, puis renvoyez-le."
        case .truncated:
            "Le fichier n’a pas pu être lu (fichier incomplet). Renvoyez-le, ou envoyez la demande sans lui."
        case .damaged:
            "Le fichier n’a pas pu être lu (fichier abîmé). Renvoyez-le, ou envoyez la demande sans lui."
        case .rareVariant:
            "Le fichier n’a pas pu être lu (variante rare du format). Réenregistrez l’image en JPEG ordinaire, "
                + "puis renvoyez-la."
        case .locked:
            "Ce document PDF est protégé par un mot de passe. Enregistrez-le sans protection, puis renvoyez-le."
        case .active(let activity):
            "Ce document PDF contient \(activity.french), ce qui n’est pas accepté. Imprimez-le dans un nouveau PDF, "
                + "puis renvoyez-le."
        case .notDeveloped(let interruption):
            "Le fichier n’a pas pu être lu (\(interruption.french)). Renvoyez-le dans un format plus simple, "
                + "ou envoyez la demande sans lui."
        }
    }

    private static func size(_ width: Int, _ height: Int) -> String {
        "\(grouped(width))\u{A0}×\u{A0}\(grouped(height))\u{A0}pixels"
    }

    /// Thousands set apart by a narrow no-break space, as French typography has it.
    private static func grouped(_ number: Int) -> String {
        let digits = Array(String(number))
        return digits.indices.map { index in
            let left = digits.count - index
            return (index > 0 && left % 3 == 0 ? "\u{202F}" : "") + String(digits[index])
        }.joined()
    }
}

extension MediaFault.Activity {
    var french: String {
        switch self {
        case .script: "un programme (script)"
        case .launch: "une action qui lance un programme"
        case .embeddedFile: "un fichier joint"
        }
    }
}

extension MediaFault.Interruption {
    var french: String {
        switch self {
        case .crash, .forbidden: "son contenu fait échouer la lecture"
        case .time: "la lecture prend trop de temps"
        case .memory: "la lecture demande trop de mémoire"
        case .output: "son contenu décompressé est trop volumineux"
        case .notStarted: "la lecture des fichiers est indisponible pour le moment"
        }
    }
}
