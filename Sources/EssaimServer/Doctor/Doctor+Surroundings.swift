import EssaimDomain
import EssaimHTTP
import EssaimMedia
import EssaimWeb
import EssaimWorkflow
import NIOPosix

extension Doctor {
    func darkroom() async -> Finding {
        let program = configuration.attachments.darkroom
        guard let fences = await DarkroomFences.of(executable: program) else {
            return .wrong(
                "chambre noire", "\(program) ne démarre pas ici\u{A0}: aucun fichier ne sera pris",
                "installez-le à côté d’essaim, avec ses bibliothèques")
        }
        return fences.missing.isEmpty
            ? .good("chambre noire", "toutes ses clôtures tiennent")
            : .look(
                "chambre noire", "il lui manque\u{A0}: \(French.list(fences.missing))",
                "voyez « The darkroom » dans docs/operations.md")
    }

    func scanner() async -> Finding {
        guard let address = configuration.attachments.clamd else {
            return .look("antivirus", "aucun\u{A0}: les fichiers ne sont pas analysés", "réglez attachments.clamd")
        }
        let scanner = ClamdScanner(address, threads: .singleton, limit: .seconds(10))
        switch await scanner.scan(ByteStream(Array("essaim doctor".utf8))) {
        case .clean: return .good("antivirus", "clamd répond")
        case .infected: return .look("antivirus", "clamd prend un texte sûr pour un virus", "vérifiez ses signatures")
        case .away:
            return .wrong(
                "antivirus", "clamd ne répond pas\u{A0}: les fichiers attendent, montrés à personne", "démarrez-le")
        }
    }

    /// Nil where a proxy holds the certificate.
    var certificate: Finding? {
        guard let settings = configuration.tls else { return nil }
        do throws(ServerConfiguration.Fault) {
            let ends = try EssaimServer.certificate(settings).ends
            let days = (Int64(ends) * 1000 - clock.now().milliseconds) / 86_400_000
            if days < 0 {
                return .wrong("certificat", "il n’est plus valable", "renouvelez-le dans \(settings.certificate)")
            }
            return days < 15
                ? .look(
                    "certificat", "il finit dans \(French.count(Int(days), "jour", "jours"))",
                    "renouvelez-le\u{A0}: le serveur le relit de lui-même")
                : .good("certificat", "valable encore \(days)\u{A0}jours")
        } catch {
            return .wrong("certificat", "\(error)", "voyez « TLS » dans docs/operations.md")
        }
    }

    var mail: Finding {
        let journal = configuration.journal
        guard journal.mailServer != nil, journal.mailFrom != nil else {
            return .look("courriels", "non réglés\u{A0}: aucune alarme n’est envoyée", "réglez mailServer et mailFrom")
        }
        return journal.alarmMail == nil
            ? .look("courriels", "réglés, mais personne ne reçoit les alarmes", "réglez alarmMail")
            : .good("courriels", "réglés, les alarmes partent")
    }
}
