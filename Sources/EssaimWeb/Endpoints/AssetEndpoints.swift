import EssaimDomain
import EssaimGate

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /actifs/{version}/{file} · /style · /health | anyone |
    static let assets: [Endpoint] = [
        Endpoint(.get, "/actifs/{version}/{file}", Anyone.self, pace: .free) { _, input in
            guard input.parameter("version") == WebAssets.version, let asset = byPath[input.parameter("file")] else {
                return nil
            }
            return Reply(contentType: asset.contentType, body: asset.bytes, caching: .forever)
        },
        Endpoint(.get, "/style", Anyone.self) { grant, _ in
            .page(StyleView((), in: grant.page(isDemonstration: try await grant.isDemonstration()).frame()))
        },
        Endpoint(.get, "/health", Anyone.self, pace: .free) { grant, _ in
            let isHealthy = try await grant.checkHealth()
            return Reply(
                isHealthy ? 200 : 503, contentType: "text/plain; charset=utf-8",
                body: Array((isHealthy ? "ok\n" : "la dernière sauvegarde a plus de deux jours\n").utf8))
        },
    ]

    private static let byPath = Dictionary(
        WebAssets.all.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
}
