import EssaimWorkflow

extension HistoryEntry {
    /// What someone did to their own sessions.
    static func session(_ act: String, _ detail: [String: String], _ isDone: Bool) -> String {
        switch (act, isDone) {
        case ("start", true): "a ouvert une session"
        case ("start", false): refused(detail)
        case ("prove", true): "a confirmé son identité"
        case ("endAll", _): "toutes les sessions fermées par qui tient le serveur"
        case ("prove", false): "confirmation d’identité refusée"
        default: ended(detail["device"])
        }
    }

    private static func refused(_ detail: [String: String]) -> String {
        if detail["why"] == "closed" { return "connexion refusée\u{A0}: compte fermé" }
        guard detail["step"] == "second" else { return "mot de passe refusé" }
        return switch detail["by"].flatMap(SignInMeans.init) {
        case .passkey: "clé d’accès refusée"
        case .passwordAndPasskey: "deuxième étape refusée\u{A0}: clé d’accès"
        case .passwordAndCode: "deuxième étape refusée\u{A0}: code"
        case .passwordAndRecovery: "deuxième étape refusée\u{A0}: code de secours"
        default: "deuxième étape refusée"
        }
    }

    /// Who checked who they are, as it was written down.
    static func checked(_ detail: [String: String]) -> String {
        guard let check = detail["checked"], !check.isEmpty else { return "" }
        return "\u{A0}; identité vérifiée\u{A0}: \(check)"
    }

    static func factor(_ detail: [String: String]) -> String {
        switch detail["kind"] {
        case "passkey": "une clé d’accès"
        case "recovery": "des codes de secours"
        default: "une application de codes"
        }
    }

    private static func ended(_ device: String?) -> String {
        switch device {
        case "another": "a fermé un autre de ses appareils"
        case "command": "sessions fermées par qui tient le serveur"
        case "others": "a fermé tous ses autres appareils"
        default: "a fermé sa session"
        }
    }
}
