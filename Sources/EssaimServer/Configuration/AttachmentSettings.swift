import Configuration
import EssaimMedia
import EssaimOutbound
import Foundation

/// Where attachments stand, what looks into them, and under which keys.
public struct AttachmentSettings: Sendable {
    /// A bucket of an S3-compatible storage, with its account.
    public struct Bucket: Sendable {
        public let place: ObjectPlace
        public let prefix: ObjectPrefix
    }

    /// Nil for the data folder.
    public var bucket: Bucket?
    /// Nil: files are not searched for known viruses.
    public var clamd: ClamdAddress?
    /// The folder of the master keys: beside the data folder, never in it.
    public var masterKeys: String
    /// The program that decodes files, apart from the server.
    public var darkroom: String

    /// - Parameters:
    ///   - data: the data folder.
    ///   - executable: the path of the server's own program.
    init(_ reader: ConfigReader, data: String, executable: String) throws(ServerConfiguration.Fault) {
        bucket = try Self.bucket(reader)
        if let text = reader.string(forKey: "attachments.clamd"), !text.isEmpty {
            guard let address = ClamdAddress(text) else { throw .attachments("attachments.clamd", text) }
            clamd = address
        }
        let folder = URL(fileURLWithPath: data, isDirectory: true).standardizedFileURL.path
        masterKeys = Self.path("attachments.masterKeys", reader) ?? folder + ".keys"
        // Keys that a backup of the data would carry along protect nothing.
        let keys = URL(fileURLWithPath: masterKeys, isDirectory: true).standardizedFileURL.path
        guard keys != folder, !keys.hasPrefix(folder == "/" ? "/" : folder + "/") else {
            throw .masterKeysInside(masterKeys)
        }
        darkroom =
            Self.path("attachments.darkroom", reader)
            ?? URL(fileURLWithPath: executable).deletingLastPathComponent().path + "/essaim-darkroom"
    }

    private static func path(_ name: String, _ reader: ConfigReader) -> String? {
        reader.string(forKey: ConfigKey(name)).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// All of it or nothing: an endpoint without keys would keep files where nobody expects them.
    private static func bucket(_ reader: ConfigReader) throws(ServerConfiguration.Fault) -> Bucket? {
        func text(_ name: String, isSecret: Bool = false) -> String {
            reader.string(forKey: ConfigKey("attachments.s3.\(name)"), isSecret: isSecret) ?? ""
        }
        let (endpoint, region, bucket) = (text("endpoint"), text("region"), text("bucket"))
        let (accessKey, secretKey) = (text("accessKey", isSecret: true), text("secretKey", isSecret: true))
        let prefix = text("prefix")
        if [endpoint, region, bucket, prefix, accessKey, secretKey].allSatisfy(\.isEmpty) { return nil }
        let place: ObjectPlace
        do throws(ObjectPlace.Fault) {
            place = try ObjectPlace(
                endpoint: endpoint, region: region, bucket: bucket, accessKey: accessKey, secretKey: secretKey)
        } catch {
            switch error {
            case .endpoint: throw .attachments("attachments.s3.endpoint", Self.withoutSecrets(endpoint))
            case .region: throw .attachments("attachments.s3.region", region)
            case .bucket: throw .attachments("attachments.s3.bucket", bucket)
            // Not repeated: they may stand in each other's place.
            case .accessKey: throw .attachments("attachments.s3.accessKey", "")
            case .secretKey: throw .attachments("attachments.s3.secretKey", "")
            }
        }
        guard let ours = ObjectPrefix(prefix) else { throw .attachments("attachments.s3.prefix", prefix) }
        return Bucket(place: place, prefix: ours)
    }

    /// An address may have been given with keys in it.
    private static func withoutSecrets(_ address: String) -> String { address.contains("@") ? "" : address }
}
