import EssaimDomain
import HTML

/// Where a telephone that reads a report's code is led: authentic, or not.
struct ReceiptView: PageView {
    let model: ReceiptModel
    let frame: PageFrame

    init(_ model: ReceiptModel, in frame: PageFrame) {
        self.model = model
        self.frame = frame
    }

    func rendered() -> [UInt8] {
        Layout(frame: frame, title: "Reçu", page: "recu").document {
            if let leaf = model.leaf, let recordedAt = model.recordedAt {
                h1 { "Reçu authentique" }
                p {
                    "Un acte porte, au journal vérifiable de ce service, le numéro \(French.grouped(leaf)). "
                    "Il y a été inscrit le "
                    strong { frame.clock.exact(recordedAt) }
                    "."
                }
                p {
                    "La signature couvre \(French.count(model.size, "inscription", "inscriptions"))\u{A0}: "
                    "rien n’a pu y être changé depuis sans que cela se voie."
                }
                p(.class("quiet")) {
                    "Cette page ne dit ni de qui, ni de quoi il s’agit. Le fichier du reçu, que les professionnels de la "
                    "demande téléchargent, prouve mot pour mot la question et la réponse."
                }
            } else {
                h1 { "Ce reçu n’est pas de ce journal" }
                p { "Aucune clé de ce service n’a signé ce code, ou il n’a pas été lu en entier." }
                p {
                    "Relisez-le de plus près, bien à plat. S’il ne passe toujours pas, demandez le compte rendu à qui l’a "
                    "émis\u{A0}: un document au code faux n’est pas d’ici."
                }
            }
        }
    }
}
