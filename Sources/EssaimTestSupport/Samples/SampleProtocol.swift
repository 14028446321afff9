import EssaimDomain

extension ClinicalProtocol {
    /// A small form: one compulsory choice, a number, a red flag, one compulsory photograph of two.
    public static let sample: ClinicalProtocol = {
        let site = Item(
            id: "site", label: "Siège",
            kind: .choice([Option(code: "back", label: "Dos"), Option(code: "face", label: "Visage")]),
            isRequired: true)
        let size = Item(
            id: "size", label: "Plus grand diamètre", kind: .decimal, unit: "mm", minimum: 0.1, maximum: 500)
        let alarm = Item(
            id: "alarm", label: "Décollement de la peau", kind: .boolean,
            redFlags: [RedFlagRule(when: .equals("true"), message: "Appelez le 15.")])
        let slots = [
            AttachmentSlot(code: "centered", label: "Centrée", isRequired: true),
            AttachmentSlot(code: "wide", label: "Large"),
        ]
        do {
            return try ClinicalProtocol(
                id: "sample", version: "1", title: "Formulaire d’essai", items: [site, size, alarm], slots: slots)
        } catch {
            preconditionFailure("the sample form does not hold: \(error)")
        }
    }()
}
