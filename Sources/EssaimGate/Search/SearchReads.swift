import EssaimDomain
import EssaimWorkflow

/// A page of demands that were found, with the lines that one may narrow by.
public struct SearchPage: Sendable {
    public let findings: SearchFindings
    public let offers: [Offer]
    public let surroundings: Surroundings
}

extension Grant where P == SignedIn {
    public static var searchPageSize: Int { 50 }

    /// Keeps the words out of the address.
    public func keepSearch(_ words: String) async throws -> String { try await desk.keep(words, of: caller.person.id) }

    /// The words of a search that this person began; nil when it is too long ago, or another's.
    public func searchWords(_ token: String) async throws -> String? {
        try await desk.words(kept: token, of: caller.person.id)
    }

    /// What was found among the demands that this person may see. One entry: how many lines, and a commitment to the words
    /// and the lines; never the words.
    /// - Parameter question: nil for the empty form, which finds nothing and leaves no entry.
    public func search(_ question: SearchQuestion?, before: Int64?, _ input: Input) async throws -> SearchPage {
        let (reader, isLoopback) = (caller.person.id, house.isLoopback)
        let page = try await house.store.read { store in
            let findings = try question.map {
                try store.found($0, by: reader, before: before, limit: Self.searchPageSize)
            }
            return SearchPage(
                findings: findings ?? SearchFindings(rows: [], next: nil),
                offers: try store.networks().flatMap(\.offers),
                surroundings: try Surroundings(store, isLoopback: isLoopback))
        }
        guard let question else { return page }
        let entry = house.recorder.entry(
            "search.view", at: now, by: caller.person, from: input.client,
            content: (question.words + page.findings.rows.map(\.id.rawValue)).joined(separator: " "),
            detail: ["lines": String(page.findings.rows.count)])
        try await house.store.write { try $0.append(entry) }
        return page
    }

    private var caller: Caller { fact.caller }
    private var desk: SearchDesk { SearchDesk(store: house.store, clock: house.clock) }
}
