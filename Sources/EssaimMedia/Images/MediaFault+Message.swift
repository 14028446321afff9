extension MediaFault {
    /// What the page says: what happened, why, what to do.
    public var message: String {
        switch self {
        case .empty:
            "Le fichier est vide. Reprenez la photo, ou envoyez la demande sans elle."
        case .tooManyBytes(let limit):
            "La photo dépasse \(limit / 1_000_000)\u{A0}Mo. Reprenez-la avec une définition plus faible."
        case .tooManyPixels(let width, let height, .pixels(let limit)):
            "La photo est trop grande (\(Self.size(width, height))). La limite est de "
                + "\(limit / 1_000_000)\u{A0}millions de pixels\u{A0}: réduisez-la, puis renvoyez-la."
        case .tooManyPixels(let width, let height, .side(let limit)):
            "La photo est trop grande (\(Self.size(width, height))). Un côté ne peut dépasser "
                + "\(Self.grouped(limit))\u{A0}pixels\u{A0}: réduisez-la, puis renvoyez-la."
        case .unsupported(let kind):
            Self.refusal(of: kind)
        case .unrecognised:
            "Ce fichier n’est pas une photo reconnue. Envoyez une photo au format JPEG ou PNG."
        case .extensionMismatch(let named, let content):
            "Le nom du fichier se termine par «\u{A0}.\(named)\u{A0}», mais son contenu est \(content.french). "
                + "Corrigez le nom ou reprenez la photo, puis renvoyez-la."
        case .truncated:
            "La photo n’a pas pu être lue (fichier incomplet). Reprenez-la, ou envoyez la demande sans elle."
        case .damaged:
            "La photo n’a pas pu être lue (fichier abîmé). Reprenez-la, ou envoyez la demande sans elle."
        case .rareVariant:
            "La photo n’a pas pu être lue (variante rare du format). Réenregistrez-la en JPEG ordinaire, "
                + "puis renvoyez-la."
        }
    }

    private static func size(_ width: Int, _ height: Int) -> String {
        "\(grouped(width))\u{A0}×\u{A0}\(grouped(height))\u{A0}pixels"
    }

    private static func refusal(of kind: ContentKind) -> String {
        switch kind {
        case .heic:
            "Cette photo est au format HEIC, que les navigateurs n’affichent pas. Sur un iPhone, choisissez «\u{A0}Le "
                + "plus compatible\u{A0}» dans Réglages, Appareil photo, Formats, puis reprenez-la."
        case .avif, .webp, .gif, .tiff, .bmp:
            "Cette image est \(kind.french), qui n’est pas accepté. Enregistrez-la en JPEG ou en PNG, puis renvoyez-la."
        case .svg, .html, .xml:
            "Ce fichier est \(kind.french)\u{A0}: il peut contenir un programme et n’est pas accepté. "
                + "Envoyez une photo au format JPEG ou PNG."
        case .pdf, .office, .dicom, .video:
            "Ce fichier est \(kind.french), et non une photo. Envoyez une photo au format JPEG ou PNG."
        case .zip:
            "Ce fichier est \(kind.french). Ouvrez-le, puis envoyez les photos une à une, au format JPEG ou PNG."
        case .executable:
            "Ce fichier est \(kind.french)\u{A0}: il n’est pas accepté. Envoyez une photo au format JPEG ou PNG."
        case .jpeg, .png:
            "Cette image n’est pas acceptée ici. Envoyez une autre photo."
        }
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

extension ContentKind {
    /// The kind with its article, to stand after "est".
    var french: String {
        switch self {
        case .jpeg: "une image JPEG"
        case .png: "une image PNG"
        case .heic: "au format HEIC"
        case .avif: "au format AVIF"
        case .webp: "au format WebP"
        case .gif: "au format GIF"
        case .tiff: "au format TIFF"
        case .bmp: "au format BMP"
        case .svg: "un dessin SVG"
        case .pdf: "un document PDF"
        case .dicom: "une image DICOM"
        case .html: "une page HTML"
        case .xml: "un document XML"
        case .zip: "une archive ZIP ou un document de bureautique"
        case .office: "un document de bureautique"
        case .executable: "un programme"
        case .video: "une vidéo"
        }
    }
}
