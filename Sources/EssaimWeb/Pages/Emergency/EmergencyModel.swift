import EssaimDomain

/// Opening a demand that is not one's own, because the patient is there: number and reason.
struct EmergencyModel: Sendable {
    static let numberName = "numero"
    static let reasonName = "motif"

    var seal: FormSeal
    var number: String = ""
    var reason: String = ""
    var faults: [FieldFault] = []
    /// As often as it may be in a day.
    var isTooOften: Bool = false

    static let sample = EmergencyModel(seal: .sample)
    static let faultySample = EmergencyModel(
        seal: .sample, number: "7K3M-QX2Z", reason: "Urgent",
        faults: [.unknownNumber, .emergencyReason])
    static let tooOftenSample = EmergencyModel(
        seal: .sample, number: "7K3M-QX2P", reason: "Patiente aux urgences, saignement.", isTooOften: true)
}

extension FieldFault {
    static let unknownNumber = FieldFault(
        field: EmergencyModel.numberName,
        message: "Aucune demande envoyée de votre réseau ne porte ce numéro. Vérifiez ses huit lettres et chiffres.")
    static let emergencyReason = FieldFault(
        field: EmergencyModel.reasonName,
        message: "Écrivez le motif en \(EmergencyAccess.shortestReason) à \(EmergencyAccess.longestReason) caractères.")
}
