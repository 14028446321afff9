import EssaimDomain
import EssaimWorkflow

/// Someone whom another provider vouches for, before they are in: where they practise today, and the charter.
struct ArrivalModel: Sendable {
    static let tokenName = "_arrivee"
    static let choiceName = "exercice"
    static let charterName = "charte"

    struct Choice: Sendable {
        /// Of the exercise and its place: « 0.1 ».
        var value: String
        var title: String
        var place: String
    }

    var seal: FormSeal
    var token: String
    var name: String
    /// None to choose, or several.
    var choices: [Choice]
    var asksCharter: Bool
    /// As typed, where the provider tells no place.
    var place: TypedStructure?
    var faults: [FieldFault] = []

    static let sample = ArrivalModel(
        seal: .sample, token: "jeton", name: "Hervé Kerfictif",
        choices: [
            Choice(value: "0.0", title: "Médecin, en libéral", place: "Cabinet fictif, Lannion"),
            Choice(value: "0.1", title: "Médecin, salarié", place: "Hôpital fictif, Lannion"),
        ], asksCharter: true)
    static let placeSample = ArrivalModel(
        seal: .sample, token: "jeton", name: "Hervé Kerfictif", choices: [], asksCharter: true,
        place: TypedStructure())
    static let faultySample = ArrivalModel(
        seal: .sample, token: "jeton", name: "Hervé Kerfictif", choices: [], asksCharter: true,
        place: TypedStructure(name: "Cabinet", commune: "22300"),
        faults: [
            FieldFault(field: charterName, message: "Acceptez la charte pour entrer."),
            FieldFault(field: TypedStructure.communeField, message: "Ce n’est pas le code postal."),
        ])
}

extension ArrivalModel {
    init(_ arrival: Arrival, seal: FormSeal, typed: TypedStructure? = nil, faults: [FieldFault] = []) {
        let identity = arrival.identity
        var choices: [Choice] = []
        for (number, exercise) in identity.exercises.enumerated() {
            for (index, activity) in exercise.activities.enumerated() {
                let mode =
                    activity.mode == .liberal ? "en libéral" : activity.mode == .salaried ? "salarié" : "bénévole"
                choices.append(
                    Choice(
                        value: "\(number).\(index)", title: "\(exercise.profession.word.capitalizedFirst), \(mode)",
                        place: [activity.name, activity.town ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")))
            }
        }
        self.init(
            seal: seal, token: arrival.token, name: "\(identity.givenName) \(identity.familyName)",
            choices: choices.count > 1 ? choices : [], asksCharter: arrival.asksCharter,
            place: arrival.asksPlace ? typed ?? TypedStructure() : nil, faults: faults)
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
