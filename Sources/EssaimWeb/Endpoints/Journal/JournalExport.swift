import EssaimDomain
import EssaimWorkflow

/// Entries of the journal as a file: one line each, the commitment last, so that each can be found again in the tree.
struct JournalExport {
    static let columns = [
        "date et heure", "identifiant national", "nom", "rôle", "action", "objet", "résultat", "provenance",
        "n° de scellement", "empreinte",
    ]

    let bytes: [UInt8]

    init(_ entries: [HistoryEntry], _ people: [Identifier<Person>: Person], _ clock: PageClock) {
        var text = CSVText()
        text.append(Self.columns)
        for entry in entries {
            let reading = entry.reading
            text.append([
                clock.iso(entry.at), reading.nationalId ?? "",
                entry.person.flatMap { people[$0] }?.shownName ?? "Essaim", entry.roleWords(reading),
                entry.words(reading), reading.number?.shown ?? "", entry.outcome == "done" ? "fait" : "refusé",
                reading.place ?? "", entry.leaf.map(String.init) ?? "", HistoryRecorder.hex(entry.commitment),
            ])
        }
        bytes = text.bytes
    }
}
