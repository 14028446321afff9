import Foundation

/// Why a connection was not made, told apart by what someone can do about it. libpq 15 gives no SQLSTATE here, only words:
/// those that it writes itself are English; those of a server may be in its own language, and then count as *away*.
enum ConnectionRefusal {
    static func fault(_ message: String, needsPassword: Bool, usedPassword: Bool) -> PostgresFault {
        let why = reason(in: message)
        if needsPassword { return .denied("la base demande un mot de passe et n’en a pas reçu") }
        if usedPassword, why.contains("authentication") {
            return .denied("la base refuse le mot de passe de ce rôle")
        }
        if why.contains("read-only") {
            return .denied(
                "la base est en lecture seule (serveur de secours ?) : donnez l’adresse du serveur principal",
                mayPass: true)
        }
        if why.contains("SSL") || why.contains("certificate") {
            return .denied("la connexion n’est pas sûre et n’est pas ouverte (« \(why) »)")
        }
        if why.contains("does not exist") || why.contains("pg_hba.conf") || why.contains("authentication") {
            return .denied("la base refuse la connexion (« \(why) »)")
        }
        return .lost(why)
    }

    /// `connection to server at "db" (192.0.2.7), port 5432 failed: Connection refused  Is the server running…`: the part
    /// that says why, without where.
    private static func reason(in message: String) -> String {
        let last = message.components(separatedBy: "failed: ").last ?? message
        let line = last.split(separator: "\t").first.map(String.init) ?? last
        return line.replacing("FATAL:", with: "").trimmingCharacters(in: .whitespaces)
    }
}
