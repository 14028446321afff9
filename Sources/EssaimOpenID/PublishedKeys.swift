import Foundation
import JWTKit

/// The keys that a provider publishes (RFC 7517, §5). One that we cannot take – another use, another kind, no name – is left
/// out, and takes none of the others with it.
struct PublishedKeys: Decodable {
    private let keys: [Entry]

    private struct Entry: Decodable {
        let key: JWK?

        private enum CodingKeys: String, CodingKey { case use }

        init(from decoder: any Decoder) throws {
            let use = try? decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(String.self, forKey: .use)
            // Public keys alone: a key shared with the provider would let whoever reads it sign.
            let isPublic = { (key: JWK) in key.keyType == .rsa || key.keyType == .ecdsa }
            let jwk = (use ?? "sig") == "sig" ? try? JWK(from: decoder) : nil
            key = jwk.flatMap { isPublic($0) && $0.keyIdentifier != nil ? $0 : nil }
        }
    }

    func collection() async -> JWTKeyCollection {
        let collection = JWTKeyCollection()
        for key in keys.compactMap(\.key) {
            _ = try? await collection.add(jwk: key)
        }
        return collection
    }
}
