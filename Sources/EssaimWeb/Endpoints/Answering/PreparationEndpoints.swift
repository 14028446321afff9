import EssaimDomain
import EssaimGate

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /demandes/{id}/images | see request |
    /// | GET /demandes/images-pretes.js | anyone |
    static let preparation: [Endpoint] = [
        Endpoint(.get, "/demandes/{id}/images", SeeRequest.self) { grant, input in
            let prepared = try await grant.prepareImages(input)
            let addresses = prepared?.addresses(of: grant.fact.request.id.rawValue) ?? []
            return Reply(contentType: "text/plain; charset=utf-8", body: Array(addresses.joined(separator: "\n").utf8))
        },
        Endpoint(.get, "/demandes/images-pretes.js", Anyone.self) { _, _ in
            Reply(contentType: "text/javascript; charset=utf-8", body: WebAssets.imageWorker)
        },
    ]
}

extension PreparedImages {
    /// The first image, which is large, after its thumbnail; then the thumbnails of the film.
    fileprivate func addresses(of request: String) -> [String] {
        files.enumerated().flatMap { place, file in
            let parts = place == 0 && file.file.section(.screen) != nil ? ["vignette", "ecran"] : ["vignette"]
            return parts.map { SitePath.photo(request, file.id.rawValue, part: $0, on: trace.rawValue).text }
        }
    }
}
