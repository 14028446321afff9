/// A photograph or document joined to a demand.
struct PhotoModel: Sendable {
    enum Kind: String, Sendable {
        case image, document, text

        /// « Image 2 sur 5 ».
        var word: String {
            switch self {
            case .image: "Image"
            case .document: "Document"
            case .text: "Texte"
            }
        }
    }

    struct Removal: Sendable {
        var path: SitePath
        var seal: FormSeal
    }

    var id: String
    /// The clean file, whole.
    var path: SitePath
    /// For a screen: at most 1,600 pixels a side.
    var screen: SitePath
    /// Some 20 KB, for strips.
    var thumbnail: SitePath
    /// A screen picture for each page, in order; one for an image, none for a text.
    var pages: [SitePath]
    /// « Centrée », « Large », « Autre ».
    var label: String
    /// As it was called where it was chosen; empty when that says nothing.
    var name: String
    /// « prise le 18 novembre 2026 », from the camera; nil when the file does not say.
    var taken: String?
    /// « ajoutée le 22 novembre 2026 ».
    var added: String
    /// Pixels of the whole image, so that the page does not jump while it loads; 0 when there are none.
    var width: Int
    var height: Int
    var kind: Kind
    /// « 2,4 Mo ».
    var size: String
    /// Kept aside until the antivirus has read it: nothing of it is shown.
    var isWaiting: Bool
    /// In a draft: how to remove it.
    var removal: Removal?

    /// - Parameters:
    ///   - screen: the file itself where there is no smaller picture.
    ///   - thumbnail: the screen picture where there is no smaller one.
    ///   - pages: the screen picture alone when not said.
    init(
        id: String, path: SitePath, screen: SitePath? = nil, thumbnail: SitePath? = nil, pages: [SitePath] = [],
        label: String, name: String = "", taken: String? = nil, added: String = "", width: Int = 0, height: Int = 0,
        kind: Kind = .image, size: String = "", isWaiting: Bool = false, removal: Removal? = nil
    ) {
        self.id = id
        self.path = path
        self.screen = screen ?? path
        self.thumbnail = thumbnail ?? self.screen
        self.pages = pages.isEmpty && kind != .text ? [self.screen] : pages
        self.label = label
        self.name = name
        self.taken = taken
        self.added = added
        self.width = width
        self.height = height
        self.kind = kind
        self.size = size
        self.isWaiting = isWaiting
        self.removal = removal
    }

    /// Tells apart what is shown: the same file, once it may be seen, is another.
    var mark: String { isWaiting ? "\(id)-waiting" : id }

    /// « centrée, prise le 18 novembre 2026 »: what stands for the image where it is not seen.
    var words: String {
        let date = taken ?? added
        return date.isEmpty ? label.lowercased() : "\(label.lowercased()), \(date)"
    }
}
