import EssaimDomain
import EssaimServer
import EssaimWorkflow

/// Someone of the territory with a session, who opens the first page of one of their lists.
struct SignedIn: Sendable {
    /// How the list is called in the figures, and in the address.
    let name: String
    let path: String
    let person: Person
    /// Rows that the page must show among 100,000 demands, at least: a page that lost its rows is quick for nothing.
    let rows: Int

    static let all = [
        SignedIn(
            name: "expert, à prendre", path: "/demandes?vue=a-prendre", person: Territory.expert(0, in: 0),
            rows: 20),
        SignedIn(name: "asker, envoyées", path: "/demandes?vue=envoyees", person: Territory.asker(0), rows: 1),
        SignedIn(name: "asker, terminées", path: "/demandes?vue=terminees", person: Territory.asker(0), rows: 50),
        SignedIn(
            name: "coordinator, tout le réseau", path: "/demandes?vue=reseau", person: Territory.coordinator,
            rows: 50),
    ]

    /// The headers of a browser signed in as them.
    func headers(at server: EssaimServer) async throws -> [String] {
        let login = person.id.rawValue
        guard let admission = try await server.accounts.signIn(login: login, password: Territory.password, from: "")
        else {
            throw Settings.Fault(description: "\(login) cannot sign in")
        }
        return ["Host: localhost:\(server.configuration.port)", "Cookie: __Host-essaim=\(admission.token)"]
    }
}
