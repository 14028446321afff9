import Crypto
import EssaimDomain
import EssaimWorkflow

/// Where an upload stands and what seals it. Both follow from who sends it and the sender's token, so nothing of it is
/// kept in memory or in a row; without the secret, neither the sender nor the demand can be read from the name.
struct UploadPlace: Sendable {
    /// 64 lower-case hexadecimal digits: SHA-256 of demand, person and token.
    let name: String
    let path: String
    let seal: ChunkSeal

    init(_ upload: Upload, secret: FileKey, folder: String) {
        let parts = [upload.request.rawValue, upload.person.rawValue, upload.token]
        // Each with its length: no two uploads say the same.
        let context = Array("essaim upload 1 ".utf8) + parts.flatMap { Array("\($0.utf8.count) \($0) ".utf8) }
        name = HistoryRecorder.hex(SHA256.hash(data: context))
        path = "\(folder)/\(name)"
        let key = HKDF<SHA256>.deriveKey(inputKeyMaterial: secret.key, info: context, outputByteCount: 32)
        seal = ChunkSeal(key: FileKey(key), name: name)
    }

    /// Whether a file's name is one of an upload.
    static func isName(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
