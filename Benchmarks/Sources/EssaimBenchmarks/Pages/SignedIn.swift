import EssaimDomain
import EssaimServer
import EssaimWorkflow

/// Someone of the territory with a session, who opens the first page of one of their lists.
struct SignedIn: Sendable {
    /// How the list is called in the figures, and in the address.
    let name: String
    let path: String
    let person: Person
    /// Lines that the page must show: a page that lost its rows is quick for nothing.
    let rows: ClosedRange<Int>

    static let all = [
        SignedIn(
            name: "expert, à prendre", path: "/demandes?vue=a-prendre", person: Territory.expert(0, in: 0),
            rows: 10...50),
        SignedIn(name: "asker, envoyées", path: "/demandes?vue=envoyees", person: Territory.asker(0), rows: 1...50),
        SignedIn(name: "asker, terminées", path: "/demandes?vue=terminees", person: Territory.asker(0), rows: 50...50),
        SignedIn(
            name: "coordinator, tout le réseau", path: "/demandes?vue=reseau", person: Territory.coordinator,
            rows: 50...50),
    ]

    /// The headers of a browser signed in as them.
    func headers(at server: EssaimServer) async throws -> [String] {
        let login = person.id.rawValue
        guard let admission = try await server.accounts.signIn(login: login, password: Territory.password) else {
            throw Settings.Fault(description: "\(login) cannot sign in")
        }
        return ["Host: localhost:\(server.configuration.port)", "Cookie: __Host-essaim=\(admission.token)"]
    }
}
