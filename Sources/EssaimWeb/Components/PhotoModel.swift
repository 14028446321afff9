/// A photograph or document joined to a demand.
struct PhotoModel: Sendable {
    struct Removal: Sendable {
        var path: SitePath
        var seal: FormSeal
    }

    var id: String
    var path: SitePath
    /// The small image; the full one until thumbnails exist.
    var thumbnail: SitePath
    /// « Centrée », « Large », « Autre ».
    var label: String
    /// « prise le 18 novembre 2026 », from the camera; nil when the file does not say.
    var taken: String?
    /// Pixels, so that the page does not jump while it loads.
    var width: Int
    var height: Int
    /// A document rather than an image.
    var isDocument: Bool = false
    /// « 2,4 Mo ».
    var size: String = ""
    /// In a draft: how to remove it.
    var removal: Removal?

    static let samples = [
        PhotoModel(
            id: "p1", path: .asset("exemple-centree.svg", version: WebAssets.version),
            thumbnail: .asset("exemple-centree.svg", version: WebAssets.version), label: "Centrée",
            taken: "prise le 22 novembre 2026", width: 1200, height: 900, size: "2,4 Mo"),
        PhotoModel(
            id: "p2", path: .asset("exemple-large.svg", version: WebAssets.version),
            thumbnail: .asset("exemple-large.svg", version: WebAssets.version), label: "Large",
            taken: "prise le 22 novembre 2026", width: 1200, height: 900, size: "1,8 Mo"),
    ]

    static let removableSamples = samples.map { photo in
        var photo = photo
        photo.removal = Removal(path: .removePhoto("sample", photo.id), seal: .sample)
        return photo
    }
}
