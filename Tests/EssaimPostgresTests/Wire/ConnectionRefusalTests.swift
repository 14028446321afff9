import Testing

@testable import EssaimPostgres

struct ConnectionRefusalTests {
    private static let at = #"connection to server at "db.exemple.fr" (192.0.2.7), port 5432 failed: "#

    @Test(arguments: [
        (at + "Connection refused\tIs the server running on that host?", "Connection refused"),
        (at + "timeout expired", "timeout expired"),
        (at + "FATAL:  the database system is starting up", "the database system is starting up"),
        (at + "FATAL:  sorry, too many clients already", "sorry, too many clients already"),
        (
            #"could not translate host name "nowhere" to address: Name or service not known"#,
            #"could not translate host name "nowhere" to address: Name or service not known"#
        ),
        ("", ""),
    ])
    func `a server that is away is waited for, and said in its own words, without where`(message: String, why: String) {
        #expect(ConnectionRefusal.fault(message, needsPassword: false, usedPassword: false) == .lost(why))
    }

    @Test(arguments: [
        (at + #"FATAL:  password authentication failed for user "marie""#, true, "mot de passe"),
        (at + "session is read-only", false, "lecture seule"),
        (at + "SSL error: certificate verify failed", false, "pas sûre"),
        (at + #"FATAL:  database "essaim" does not exist"#, true, "does not exist"),
        (at + #"FATAL:  no pg_hba.conf entry for host "192.0.2.9""#, false, "pg_hba.conf"),
        (at + "fe_sendauth: no password supplied", false, "mot de passe"),
    ])
    func `a server that will not let us in is not waited for`(message: String, usedPassword: Bool, word: String) {
        let needs = message.contains("no password")
        guard
            case .denied(let why, let mayPass) = ConnectionRefusal.fault(
                message, needsPassword: needs, usedPassword: usedPassword)
        else {
            Issue.record("\(message) is not a refusal")
            return
        }
        #expect(why.contains(word) && !why.contains("marie"))
        #expect(mayPass == message.contains("read-only"), "a standby may take over while one waits")
    }
}
