import EssaimMedia
import EssaimWeb
import Foundation

extension Doctor {
    /// Rights and owner of the folders, and the room that is left.
    var folders: [Finding] {
        [
            rights("dossier de données", configuration.folder),
            rights("dossier des clés", configuration.attachments.masterKeys), room,
        ]
    }

    private func rights(_ subject: String, _ path: String) -> Finding {
        guard let rights = FolderRights(of: path) else {
            return .wrong(subject, "\(path) n’est pas là", "donnez le bon dossier, ou démarrez une première fois")
        }
        guard rights.isOurs else {
            return .wrong(
                subject, "\(path) appartient à un autre compte",
                "lancez Essaim sous ce compte, ou rendez-lui le dossier")
        }
        guard rights.isOwnersAlone else {
            return .wrong(subject, "\(path) est ouvert à d’autres comptes", "chmod 700 \(path)")
        }
        return .good(subject, "\(path), réservé à son propriétaire")
    }

    private var room: Finding {
        guard let room = FolderRoom(of: configuration.folder) else {
            return .look("place", "elle ne se lit pas", "vérifiez le disque du dossier de données")
        }
        return Self.room(free: room.bytes, percent: room.percent)
    }

    /// Below 1 Go nothing more is taken soon; below 10 % it is time to think of it.
    static func room(free: Int, percent: Int) -> Finding {
        let found = "\(French.fileSize(bytes: free)) libres (\(percent)\u{A0}%)"
        let advice = "faites de la place\u{A0}: sur un disque plein rien ne s’enregistre"
        if free < 1_000_000_000 { return .wrong("place", found, advice) }
        return percent < 10 ? .look("place", found, advice) : .good("place", found)
    }
}
