extension ContentKind {
    /// What may be sent, to stand at the end of a refusal.
    static let taken = "Envoyez une photo (JPEG, PNG, HEIC, WebP, TIFF), un PDF, une image DICOM ou un texte (.txt)."

    /// Why a file of this kind is not taken, and what to send instead.
    var refusal: String {
        switch self {
        case .avif, .gif, .bmp:
            "Cette image est \(french), qui n’est pas accepté. Enregistrez-la en JPEG ou en PNG, puis renvoyez-la."
        case .svg, .html, .xml:
            "Ce fichier est \(french)\u{A0}: il peut contenir un programme et n’est pas accepté. \(Self.taken)"
        case .office:
            "Ce fichier est \(french), qui peut contenir des macros et n’est pas accepté. "
                + "Enregistrez-le en PDF, puis renvoyez-le."
        case .zip:
            "Ce fichier est \(french), qui n’est pas accepté. Envoyez les photos une à une, et les documents en PDF."
        case .video:
            "Ce fichier est \(french), qui n’est pas acceptée. \(Self.taken)"
        case .executable:
            "Ce fichier est \(french)\u{A0}: il n’est pas accepté. \(Self.taken)"
        case .heic, .webp, .tiff, .pdf, .dicom, .text:
            "Ce fichier est \(french), qui n’est pas accepté ici. Envoyez une photo au format JPEG ou PNG."
        case .jpeg, .png:
            "Cette image n’est pas acceptée ici. Envoyez une autre photo."
        }
    }

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
        case .dicom: "au format DICOM"
        case .text: "un texte"
        case .html: "une page HTML"
        case .xml: "un document XML"
        case .zip: "une archive ZIP ou un document de bureautique"
        case .office: "un document de bureautique"
        case .executable: "un programme"
        case .video: "une vidéo"
        }
    }
}
