import EssaimGate

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /evenements | signed in: ids of demands that change in one's own lists |
    static let live: [Endpoint] = [
        Endpoint(.get, "/evenements", SignedIn.self, pace: .free) { grant, _ in .live(grant.liveEvents()) }
    ]
}
