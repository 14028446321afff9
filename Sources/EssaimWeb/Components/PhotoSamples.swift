extension PhotoModel {
    private static func drawing(_ name: String) -> SitePath { .asset(name, version: WebAssets.version) }

    static let samples = [
        PhotoModel(
            id: "p1", path: drawing("exemple-centree.svg"), label: "Centrée", name: "IMG_2041.jpg",
            taken: "prise le 22 novembre 2026", added: "ajoutée le 22 novembre 2026", width: 4800, height: 3600,
            size: "2,4 Mo"),
        PhotoModel(
            id: "p2", path: drawing("exemple-large.svg"), label: "Large", name: "IMG_2042.jpg",
            taken: "prise le 22 novembre 2026", added: "ajoutée le 22 novembre 2026", width: 1200, height: 900,
            size: "1,8 Mo"),
    ]

    /// A document of three pages, a text, and a file that the antivirus has not read yet.
    static let otherSamples = [
        PhotoModel(
            id: "p3", path: drawing("exemple-large.svg"),
            pages: [
                drawing("exemple-large.svg"), drawing("exemple-centree.svg"), drawing("exemple-large.svg"),
            ], label: "Compte rendu", name: "anapath.pdf", added: "ajoutée le 22 novembre 2026", width: 1200,
            height: 900, kind: .document, size: "310 Ko"),
        PhotoModel(
            id: "p4", path: drawing("exemple-note.txt"), label: "Autre", name: "note.txt",
            added: "ajoutée le 22 novembre 2026", kind: .text, size: "1 Ko"),
        PhotoModel(
            id: "p5", path: .photo("sample", "p5"), label: "Autre", name: "dermoscopie.tif",
            added: "ajoutée à l’instant", width: 4000, height: 3000, size: "24 Mo", isWaiting: true),
    ]

    static let removableSamples = samples.map { photo in
        var photo = photo
        photo.removal = Removal(path: .removePhoto("sample", photo.id), seal: .sample)
        return photo
    }
}
