import EssaimWorkflow

extension HistoryEntry {
    /// What a program did, or was done to its account.
    static func software(_ act: String, _ detail: [String: String], _ isDone: Bool) -> String {
        let who = "«\u{A0}\(detail["name"] ?? "")\u{A0}»"
        return switch act {
        case "add": "compte logiciel \(who) créé"
        case "key": "clé ajoutée au compte logiciel \(who)"
        case "keyEnd": "clé retirée du compte logiciel \(who)"
        case "scopes": "droits du compte logiciel \(who) changés"
        case "close": "compte logiciel \(who) fermé"
        case "token" where isDone: "jeton donné au logiciel \(who)"
        default: "jeton refusé au logiciel \(who)"
        }
    }
}
