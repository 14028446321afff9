import EssaimDomain
import EssaimWorkflow

/// A line a demand, without its number, its moment or anyone's name: delays in minutes from the sending.
enum ActivityFile {
    static let columns = [
        "mois", "ligne", "secteur", "urgence", "état", "minutes jusqu’à la prise", "minutes jusqu’à la réponse",
        "orientation", "patient informé", "avis suivi", "sinon", "boucle non fermée",
        "médecin traitant", "département du patient",
    ]

    static func text(_ lines: [ActivityLine], of month: CivilMonth) -> CSVText {
        var text = CSVText()
        text.append(columns)
        for line in lines {
            func minutes(_ moment: Instant?) -> String {
                moment.map { String(($0 - line.submittedAt).milliseconds / 60_000) } ?? ""
            }
            text.append([
                month.description, line.offerTitle, line.zoneName, line.urgency.word, line.state.word,
                minutes(line.takenAt), minutes(line.answeredAt), line.orientation?.word ?? "",
                line.isPatientTold ? "oui" : "non", line.advice?.word ?? "", line.otherwise?.word ?? "",
                line.isArchivedUnclosed ? "oui" : "non", line.treatingDoctor.word, line.departement ?? "",
            ])
        }
        return text
    }
}
