import EssaimDomain
import EssaimServer
import EssaimTestSupport
import EssaimWorkflow

/// Someone of the territory with a session, who opens the first page of one of their lists, or of what they look for.
struct SignedIn: Sendable {
    enum Page: Sendable {
        case list(String)
        /// Words as they are typed.
        case search(String)
    }

    /// How the list is called in the figures, and in the address.
    let name: String
    let page: Page
    let person: Person
    /// Rows that the page must show among 100,000 demands, at least: a page that lost its rows is quick for nothing.
    let rows: Int

    static let all = [
        SignedIn(
            name: "expert, à prendre", page: .list("/demandes?vue=a-prendre"), person: Territory.expert(0, in: 0),
            rows: 20),
        SignedIn(name: "asker, envoyées", page: .list("/demandes?vue=envoyees"), person: Territory.asker(0), rows: 1),
        SignedIn(
            name: "asker, terminées", page: .list("/demandes?vue=terminees"), person: Territory.asker(0), rows: 50),
        SignedIn(
            name: "coordinator, tout le réseau", page: .list("/demandes?vue=reseau"), person: Territory.coordinator,
            rows: 50),
        SignedIn(
            name: "expert, search of a frequent word", page: .search(MadeUpWords.word(1)),
            person: Territory.expert(0, in: 0), rows: 50),
        SignedIn(
            name: "asker, search of a name",
            page: .search(Territory.patient(3, of: 0).traits.birthFamilyName), person: Territory.asker(0), rows: 1),
        SignedIn(
            name: "coordinator, search of two words", page: .search("\(MadeUpWords.word(1)) \(MadeUpWords.word(4))"),
            person: Territory.coordinator, rows: 50),
    ]

    /// The address of the page: a search's words are kept by the server, under a name.
    func path(at server: EssaimServer) async throws -> String {
        switch page {
        case .list(let path): return path
        case .search(let words):
            let desk = SearchDesk(store: server.store, clock: server.clock)
            return "/recherche?r=\(try await desk.keep(words, of: person.id))"
        }
    }

    /// Their key, as a browser at this server would use it.
    func key(at server: EssaimServer) -> SoftPasskey {
        var key = SoftPasskey(Array(person.id.rawValue.utf8))
        key.origin = "http://localhost:\(server.configuration.port)"
        return key
    }

    /// The headers of a browser signed in as them.
    func headers(at server: EssaimServer) async throws -> [String] {
        let login = person.id.rawValue
        let stage = try await server.accounts.beginWithPasskey()
        let answer = key(at: server).sign(stage.challenge)
        guard case .admitted(let admission) = try await server.accounts.answer(passkey: answer, step: stage.token, .init())
        else {
            throw Settings.Fault(description: "\(login) cannot sign in")
        }
        return ["Host: localhost:\(server.configuration.port)", "Cookie: __Host-essaim=\(admission.token)"]
    }
}
