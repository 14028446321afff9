import Crypto
import EssaimDomain
import Foundation

/// What the browser says of a ceremony, as it was signed (WebAuthn Level 3, §5.8.1).
struct ClientData {
    enum Ceremony: String { case create = "webauthn.create", get = "webauthn.get" }

    private struct Said: Decodable {
        let type: String
        let challenge: String
        let origin: String
        let crossOrigin: Bool?
        let topOrigin: String?
    }

    /// Of the bytes as they came: what the signature covers.
    let hash: [UInt8]

    /// - Parameters: what was asked, and by whom.
    /// - Throws: what differs.
    init(
        _ bytes: [UInt8], for ceremony: Ceremony, challenge: [UInt8], origin: String
    ) throws(PasskeyFault) {
        guard bytes.count <= 4096, let said = try? JSONDecoder().decode(Said.self, from: Data(bytes)) else {
            throw .clientData
        }
        guard said.type == ceremony.rawValue else { throw .ceremony }
        guard let answered = UnpaddedBase64.url.decode(said.challenge), ConstantTime.equal(answered, challenge),
            !challenge.isEmpty
        else { throw .challenge }
        guard said.origin == origin else { throw .origin }
        guard said.crossOrigin != true, said.topOrigin == nil else { throw .crossOrigin }
        hash = Array(SHA256.hash(data: bytes))
    }
}
