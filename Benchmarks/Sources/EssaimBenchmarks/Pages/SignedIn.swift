import EssaimDomain
import EssaimServer
import Foundation
import FoundationNetworking

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
            name: "expert, à prendre", path: "/demandes?vue=a-prendre", person: Territory.expert(0, in: 0), rows: 10...50),
        SignedIn(name: "asker, envoyées", path: "/demandes?vue=envoyees", person: Territory.asker(0), rows: 1...50),
        SignedIn(name: "asker, terminées", path: "/demandes?vue=terminees", person: Territory.asker(0), rows: 50...50),
        SignedIn(
            name: "coordinator, tout le réseau", path: "/demandes?vue=reseau", person: Territory.coordinator, rows: 50...50),
    ]

    /// The headers of a browser signed in as them.
    func headers(at server: EssaimServer) async throws -> [String] {
        let login = person.id.rawValue
        guard let admission = try await server.accounts.signIn(login: login, password: Territory.password) else {
            throw Settings.Fault(description: "\(login) cannot sign in")
        }
        return ["Host: localhost:\(server.configuration.port)", "Cookie: __Host-essaim=\(admission.token)"]
    }

    /// Reads the page once, and looks at it.
    func check(_ address: String, headers: [String]) async throws {
        guard let url = URL(string: address) else { throw Settings.Fault(description: "no address \(address)") }
        var request = URLRequest(url: url)
        for header in headers {
            let parts = header.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            request.setValue(parts[1], forHTTPHeaderField: parts[0])
        }
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpShouldSetCookies = false
        let (data, response) = try await URLSession(configuration: configuration).data(for: request)
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        let shown = String(decoding: data, as: UTF8.self).components(separatedBy: "data-row-link").count - 1
        guard status == 200, rows.contains(shown) else {
            throw Settings.Fault(description: "\(name): status \(status), \(shown) rows instead of \(rows)")
        }
    }
}
