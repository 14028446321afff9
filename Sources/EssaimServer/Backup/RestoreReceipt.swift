import EssaimDomain
import EssaimMedia
import EssaimWeb
import Foundation

/// What was put back.
public struct RestoreReceipt: Sendable, Equatable {
    let header: BackupHeader
    public let rows: Int
    public let files: Int
    /// Files that the backup names and does not hold.
    public let absent: [String]
    /// Of the journal.
    public let entries: Int
    /// Files that were opened by their keys.
    public let opened: Int
    /// Who holds more of the journal than was put back.
    public let older: HeldNote?

    /// How old a backup is, in words.
    static func age(of header: BackupHeader, at now: Instant) -> String {
        let made = Date(timeIntervalSince1970: Double(header.madeAt.milliseconds) / 1000).ISO8601Format()
        let age =
            header.madeAt > now
            ? "après l’heure de cette machine\u{A0}: vérifiez son horloge"
            : "il y a \(French.duration(now - header.madeAt))"
        return "Sauvegarde du \(made), \(age), faite par Essaim \(header.essaim) sur \(header.engine)."
    }

    /// What the operator reads at the end.
    public func words(isRehearsal: Bool) -> [String] {
        var words = [
            """
            \(French.count(rows, "ligne", "lignes")), \(French.count(files, "fichier", "fichiers")), \
            \(French.count(entries, "inscription", "inscriptions")) au journal\u{A0}; \
            \(French.count(opened, "pièce ouverte", "pièces ouvertes")) avec leurs clés.
            """
        ]
        if !absent.isEmpty {
            words.append("Absents de la sauvegarde dès l’origine\u{A0}: \(French.list(absent))")
        }
        if let older {
            words.append(
                """
                Copie plus ancienne que ce que détient \(older.holder) (\(French.grouped(older.size)) inscriptions)\u{A0}: \
                ce qui manque est perdu. Le journal le dit\u{A0}; les détenteurs contrediront, à raison. Prévenez-les.
                """)
        }
        words.append(
            isRehearsal
                ? "Vérifiée\u{A0}: cette sauvegarde se restaure. Le dossier d’essai a été effacé."
                : "Remise en place. Chacun devra se reconnecter. Démarrez le serveur, ouvrez une demande et ses photographies."
        )
        return words
    }
}
