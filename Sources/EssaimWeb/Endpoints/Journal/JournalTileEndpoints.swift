import EssaimGate

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /journal/checkpoint · /journal/tile/… | anyone: commitments only (c2sp.org/tlog-tiles) |
    static let journalTiles: [Endpoint] = [
        Endpoint(.get, "/journal/checkpoint", Anyone.self, pace: .free) { grant, _ in
            guard let checkpoint = try await grant.journalCheckpoint() else { return nil }
            return Reply(contentType: "text/plain; charset=utf-8", body: Array(checkpoint.utf8))
        },
        Endpoint(.get, "/journal/tile/**", Anyone.self, pace: .free) { grant, input in
            guard let tile = try await grant.journalTile(String(input.path.dropFirst("/journal/".count))) else {
                return nil
            }
            // A full tile never changes.
            return Reply(
                contentType: "application/octet-stream", body: tile.bytes, caching: tile.isFull ? .forever : .never)
        },
    ]
}
