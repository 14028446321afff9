/// Images of an earlier demand about the same patient, to compare with those of today.
struct EarlierPhotos: Sendable {
    /// « Demande du 3 mars 2026 ».
    var title: String
    var photos: [PhotoModel]

    static let sample = EarlierPhotos(
        title: "Demande du 3 mars 2026",
        photos: PhotoModel.samples.map { photo in
            var photo = photo
            photo.id = "avant-\(photo.id)"
            photo.taken = "prise le 3 mars 2026"
            photo.added = ""
            return photo
        })
}
