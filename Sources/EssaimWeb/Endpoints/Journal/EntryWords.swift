import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension HistoryEntry {
    /// What was done, after the name of who did it: « a lu la demande », « n’a pas pu prendre la demande ». No clinical word.
    func words(_ reading: EntryReading) -> String {
        let name = action.split(separator: ".", maxSplits: 1).last.map(String.init) ?? ""
        let isDone = outcome == "done"
        let detail = reading.detail
        switch action {
        case "request.view" where isDone: return Self.read(detail["read"] ?? "")
        case "request.view":
            return detail["why"] == "too many patients"
                ? "accès refusé\u{A0}: trop de dossiers ouverts en peu de temps" : "accès refusé"
        case "request.prepare": return "images préparées sur son écran, demande non ouverte"
        case "request.open": return isDone ? "a ouvert un brouillon" : "n’a pas pu ouvrir un brouillon"
        case "worklist.view": return Self.list(detail)
        case "search.view": return "a cherché parmi les demandes, \(Self.lines(detail))"
        case "patient.list": return "a ouvert la liste des patients de sa structure, \(Self.lines(detail))"
        case "patient.view": return "a ouvert la fiche d’un patient de sa structure"
        case "access": return "accès refusé"
        case "access.emergency" where isDone: return "a ouvert la demande en urgence"
        case "access.emergency":
            return detail["why"] == "too often"
                ? "accès d’urgence refusé\u{A0}: trop souvent en un jour"
                : "accès d’urgence refusé\u{A0}: numéro inconnu"
        case _ where action.hasPrefix("session."): return Self.session(name, detail, isDone)
        case "account.open": return "a ouvert son compte par un lien"
        case "account.link": return "lien d’ouverture de compte fait"
        case "account.invite": return "compte ouvert à une personne invitée\(Self.checked(detail))"
        case "account.close": return "compte fermé"
        case "account.reopen": return "compte rouvert"
        case "password.change": return "a changé son mot de passe"
        case "factor.add": return "a ajouté \(Self.factor(detail))"
        case "factor.remove": return "a retiré \(Self.factor(detail))"
        case "factor.recovery": return "est entré avec un code de secours"
        case "availability.change": return "a changé ses jours et heures"
        case "availability.absence": return "a noté une absence"
        case "availability.return": return "a retiré une absence"
        case "availability.import": return "a importé un agenda d’absences"
        case "availability.importRemoved": return "a retiré son agenda d’absences"
        case _ where action.hasPrefix("rota."): return Self.rota(name, isDone)
        case "profile.billing": return "a changé son numéro de facturation"
        case "profile.choices": return "a changé ses choix de messages"
        case "profile.contact": return isDone ? Self.contact(detail) : "confirmation d’une adresse refusée"
        case _ where action.hasPrefix("structure."): return Self.structure(name, isDone)
        case "line.channel": return "a choisi une autre voie pour une ligne"
        case "line.subscribe": return "attend l’ouverture d’une ligne"
        case "line.unsubscribe": return "n’attend plus l’ouverture d’une ligne"
        case _ where action.hasPrefix("network."): return Self.network(name, detail, isDone)
        case "member.invite": return "a invité des personnes dans le réseau\u{A0}: \(detail["count"] ?? "")"
        case "member.inviteAgain": return "a renvoyé une invitation"
        case "member.place": return "a changé la place d’un membre du réseau"
        case "member.end": return "a mis fin à la place d’un membre du réseau"
        case _ where action.hasPrefix("protocol."): return Self.protocols(name, isDone)
        case _ where action.hasPrefix("software."): return Self.software(name, detail, isDone)
        case "journal.view": return "a lu le journal"
        case "journal.export": return "a exporté le journal"
        case "activity.export": return "a exporté le suivi de \(detail["month"] ?? "")"
        case "problem.told": return "a signalé un problème"
        case "problem.handled": return "a traité un problème signalé"
        case "problem.reopened": return "a rouvert un problème signalé"
        case "problem.list": return "a ouvert les problèmes signalés, \(Self.lines(detail))"
        case "journal.lift": return "a levé une limite de lecture"
        case "report.issue": return "a émis le compte rendu, version \(detail["version"] ?? "")"
        case "journal.key": return "a mis en service une clé de signature"
        case _ where action.hasPrefix("billing."): return Self.billing(name, detail)
        case _ where action.hasPrefix("record."): return Self.record(name, isRemoved: detail["what"] == "removed")
        case "draft.expired": return "brouillon effacé, sans changement depuis 30 jours"
        case "request.archived": return "demande archivée, cinq ans après le dernier contact"
        case "request.purged": return "demande effacée, au terme de sa conservation"
        case "request.erase": return "effacement refusé"
        case "request.held": return "demande à ne pas effacer"
        case "request.released": return "demande rendue à son échéance"
        case "clock.accepted": return "horloge acceptée après un saut"
        case "backup.made": return "sauvegarde faite"
        case "backup.restored": return "sauvegarde remise en place"
        case "backup.olderAccepted": return "sauvegarde plus ancienne acceptée et remise en place"
        default:
            guard action.hasPrefix("request."), let act = Action(rawValue: name) else { return action }
            return isDone ? act.words.past : "n’a pas pu \(act.wanted)"
        }
    }

    private static func contact(_ detail: [String: String]) -> String {
        let what = detail["channel"] == "sms" ? "un numéro de mobile" : "une adresse de courriel"
        switch detail["what"] {
        case "confirmed": return "a confirmé \(what)"
        case "removed": return "a retiré \(what)"
        default: return "a donné \(what)"
        }
    }

    private static func read(_ what: String) -> String {
        let parts = what.split(separator: " ", maxSplits: 1).map(String.init)
        switch parts.first {
        case "draft": return "a ouvert le brouillon"
        case "report": return "a ouvert le compte rendu, version \(parts.last ?? "")"
        case "photograph": return "a regardé une photographie"
        case "receipt": return "a téléchargé le reçu"
        case "copy": return "a copié la demande pour son dossier"
        case "sheet": return "a préparé la fiche du patient"
        case "visit": return "a ouvert la fiche de rendez-vous"
        case "trail": return "a regardé qui a vu ce dossier"
        default: return "a lu la demande"
        }
    }

    private static func record(_ kind: String, isRemoved: Bool) -> String {
        let what = "«\u{A0}\(RecordMark.Kind(rawValue: kind)?.word ?? kind)\u{A0}»"
        return isRemoved ? "a retiré \(what)" : "a noté \(what)"
    }

    private static func lines(_ detail: [String: String]) -> String {
        French.count(Int(detail["lines"] ?? "") ?? 0, "ligne", "lignes")
    }

    private static func list(_ detail: [String: String]) -> String {
        let kind = detail["list"].flatMap(WorklistKind.init(rawValue:))
        let tab = kind.flatMap { kind in WorklistTab.allCases.first { $0.view == kind } }
        let lines = Int(detail["lines"] ?? "") ?? 0
        let board = TriageTab.allCases.first { $0.view == kind }.map { "Régulation, \($0.title)" }
        let title = detail["list"] == Grant<SeeVisits>.listName ? "À voir" : board ?? tab?.title ?? "?"
        return "a ouvert la liste «\u{A0}\(title)\u{A0}», \(French.count(lines, "ligne", "lignes"))"
    }
}

extension HistoryEntry {
    /// What who acted was to the demand, the strongest part alone: « expert en charge ».
    func roleWords(_ reading: EntryReading) -> String {
        if reading.isEmergency || action == "access.emergency" { return "accès d’urgence" }
        return Relation.strongestFirst.first(where: reading.relations.contains)?.word ?? ""
    }
}

extension Relation {
    /// Who holds a demand is of its pool too: one word is enough.
    fileprivate static let strongestFirst: [Relation] = [
        .holder, .juniorHolder, .validator, .invited, .asker, .regulator, .coordinator, .poolExpert, .secretary,
        .receivingLine,
        .engine,
    ]

    var word: String {
        switch self {
        case .asker: "structure qui demande"
        case .poolExpert: "expert de l’équipe"
        case .holder: "expert en charge"
        case .juniorHolder: "docteur junior en charge"
        case .validator: "sénior qui valide"
        case .invited: "expert invité"
        case .regulator: "médecin régulateur"
        case .coordinator: "coordination du réseau"
        case .secretary: "secrétariat"
        case .receivingLine: "ligne qui reçoit"
        case .engine: "Essaim"
        }
    }
}

extension HistoryEntry {
    fileprivate static func billing(_ name: String, _ detail: [String: String]) -> String {
        let lines = Int(detail["lines"] ?? "") ?? 0
        switch name {
        case "acts": return "a ouvert ses actes à coter, \(French.count(lines, "acte", "actes"))"
        case "number":
            return detail["what"] == "removed"
                ? "a retiré un NIR d’ouvrant droit" : "a donné un NIR d’ouvrant droit"
        case "office": return "a ouvert la facturation, \(French.count(lines, "acte", "actes"))"
        case "lines": return "a ouvert le lot \(detail["batch"] ?? "")"
        case "batch": return "a créé le lot \(detail["batch"] ?? ""), \(French.count(lines, "ligne", "lignes"))"
        case "export": return "a exporté le lot \(detail["batch"] ?? ""), \(French.count(lines, "ligne", "lignes"))"
        default: return ActMove(rawValue: name)?.past ?? "a suivi un acte"
        }
    }
}

extension ActMove {
    /// « a marqué un acte comme coté ».
    var past: String {
        switch self {
        case .bill: "a marqué un acte comme coté"
        case .waive: "a écarté un acte de la cotation"
        case .reopen: "a remis un acte dans son état d’avant"
        case .reject: "a marqué un acte comme rejeté"
        case .retry: "a remis un acte rejeté à facturer"
        case .withdraw: "a retiré un acte de la facturation"
        }
    }
}
