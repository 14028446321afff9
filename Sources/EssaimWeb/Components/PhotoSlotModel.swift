import EssaimDomain
import EssaimGate

/// A place for a photograph in a draft: each is its own small form, so that one failed sending loses nothing else.
struct PhotoSlotModel: Sendable {
    /// The slot's code, as the protocol names it (`centered`, `wide`, `other`); posted as `emplacement`.
    var slot: String
    /// « Centrée ».
    var label: String
    /// How to take it: « La lésion seule, nette, à 10 cm, sans flash. »
    var help: String = ""
    var isRequired: Bool = false
    /// How many are asked; said from two on.
    var minimum: Int = 0
    /// What a good one looks like.
    var example: ClinicalProtocol.Example?
    /// Where to post: multipart, the file under `fichier`.
    var path: SitePath
    var seal: FormSeal
    /// What went wrong with the last file sent here.
    var error: String?
    /// Sent photographs of this slot.
    var photos: [PhotoModel] = []

    static let fileName = "fichier"
    static let slotName = FormSealName.slot
    /// What may be chosen, as a browser's dialogue reads it. What a file is, the server reads in its bytes.
    static let accepted: StaticString = """
        image/jpeg,image/png,image/heic,image/heif,image/webp,image/tiff,application/pdf,application/dicom,.dcm,\
        text/plain
        """

    static let samples = [
        PhotoSlotModel(
            slot: "centered", label: "Centrée", help: "La lésion seule, nette, à 10 cm, sans flash.", isRequired: true,
            minimum: 2, example: .closeUp, path: .photos("sample"), seal: .sample,
            photos: [PhotoModel.removableSamples[0]]),
        PhotoSlotModel(
            slot: "wide", label: "Large", help: "La région entière, pour situer la lésion.", isRequired: true,
            example: .wide, path: .photos("sample"), seal: .sample,
            error: "La photo n’a pas pu être lue (fichier incomplet). Reprenez-la, ou envoyez la demande sans elle."),
        PhotoSlotModel(
            slot: "other", label: "Autre", help: "Dermoscopie, autre angle, compte rendu.", path: .photos("sample"),
            seal: .sample),
    ]
}
