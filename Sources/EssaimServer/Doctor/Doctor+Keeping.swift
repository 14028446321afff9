import EssaimDomain
import EssaimMedia
import EssaimWeb
import EssaimWorkflow

extension Doctor {
    /// The clock against the last entry: one set back would date acts before what they follow.
    func clockFinding(_ kept: Kept) -> Finding {
        guard let verdict = kept.clock else { return .look("horloge", "non comparée", "ouvrez d’abord la base") }
        return switch verdict {
        case .good: .good("horloge", "en accord avec la dernière inscription du journal")
        case .behind(let duration):
            .wrong(
                "horloge", "en retard de \(French.duration(duration)) sur la dernière inscription du journal",
                "réglez-la (NTP)\u{A0}: les actes seraient datés avant ce qu’ils suivent, et rien n’est effacé d’ici là"
            )
        case .ahead(let duration):
            .look(
                "horloge", "en avance de \(French.duration(duration)) sur ce que le serveur a vu en dernier",
                """
                rien n’est effacé d’ici là. S’il a vraiment dormi si longtemps\u{A0}: essaim doctor --accept-clock. Sinon \
                réglez-la (NTP)
                """)
        }
    }

    func keys(_ kept: Kept) -> Finding {
        let folder = configuration.attachments.masterKeys
        let keys: MasterKeyFolder
        do {
            keys = try MasterKeyFolder(opening: folder)
        } catch {
            return .wrong("clés maîtresses", error.message, "essaim keys restore")
        }
        let missing = kept.mastersInUse.subtracting(keys.known).sorted()
        guard missing.isEmpty else {
            return .wrong("clés maîtresses", "il manque \(French.list(missing))", "essaim keys restore, avec le papier")
        }
        guard MasterKeyPaper.wasPrinted(keys.current, in: folder) else {
            return .look(
                "clés maîtresses", "la clé \(keys.current) est là, son papier n’a pas été fait d’ici",
                "essaim keys escrow, imprimez, gardez-le loin du serveur et des sauvegardes")
        }
        return .good("clés maîtresses", "\(keys.current) scelle, son papier a été fait")
    }

    func backups(_ kept: Kept) -> Finding {
        let last = ([kept.lastBackup] + BackupNotes(configuration).waiting.map(\.at)).compactMap(\.self).max()
        let advice = "essaim backup --to DOSSIER, ou backup.folder pour que le serveur la fasse chaque jour"
        guard let last else { return .wrong("sauvegarde", "aucune n’est connue", advice) }
        let age = clock.now() - last
        let found = "la dernière a \(French.duration(age))"
        if age > BackupWatch.longest { return .wrong("sauvegarde", found, advice) }
        return configuration.backup.folder == nil
            ? .look("sauvegarde", "\(found), et le serveur n’en fait pas de lui-même", "réglez backup.folder")
            : .good("sauvegarde", found)
    }

    func journal(_ kept: Kept) -> [Finding] {
        guard !configuration.journal.holders.isEmpty else {
            return [
                .look(
                    "journal", "personne d’autre ne détient ses points de contrôle",
                    "nommez un détenteur (journalHolders)\u{A0}: sans lui, un dossier entier remis ne se voit pas")
            ]
        }
        let wrong = kept.holdings.compactMap { holding in holding.answer.map { (holding.holder, $0) } }
        if wrong.isEmpty { return [.good("journal", "ses détenteurs sont d’accord")] }
        return wrong.map { .wrong("journal", "\($0)\u{A0}: \($1)", "voyez « Alarms » dans docs/operations.md") }
    }
}
