import CCurl

/// Where objects are kept and on whose account: an S3-compatible storage, called with the bucket in the path
/// (`https://s3.example.org/bucket/key`), so that one certificate and one name do.
///
/// Neither described nor mirrored with its keys.
public struct ObjectPlace: Sendable {
    /// `https://s3.example.org`, without a slash at the end.
    let endpoint: String
    let isPlain: Bool
    let region: String
    let bucket: String
    let accessKey: Secret
    let secretKey: Secret

    /// Which part of a place cannot be used.
    public enum Fault: Error, Sendable {
        case endpoint, region, bucket, accessKey, secretKey
    }

    /// - Parameters:
    ///   - endpoint: `https://…`, or `http://…` on this machine; no path, no name, no query. It may be a private address.
    ///   - region: lower-case letters, digits and hyphens, as the storage names it; `us-east-1` where it names none.
    ///   - bucket: 3 to 63 lower-case letters, digits, hyphens and dots.
    ///   - accessKey, secretKey: 1 to 256 printable ASCII characters without space.
    public init(
        endpoint: String, region: String, bucket: String, accessKey: String, secretKey: String
    ) throws(Fault) {
        (self.endpoint, isPlain) = try Self.origin(endpoint)
        guard (1...64).contains(region.utf8.count), region.utf8.allSatisfy(Self.isLabel) else { throw .region }
        guard (3...63).contains(bucket.utf8.count), !bucket.contains(".."), !bucket.hasPrefix("."),
            bucket.utf8.allSatisfy({ Self.isLabel($0) || $0 == UInt8(ascii: ".") })
        else { throw .bucket }
        // libcurl and the signature's header both end the access key at a separator.
        guard Self.isKey(accessKey), !accessKey.utf8.contains(where: { ":/,;=".utf8.contains($0) }) else {
            throw .accessKey
        }
        guard Self.isKey(secretKey) else { throw .secretKey }
        self.region = region
        self.bucket = bucket
        self.accessKey = Secret(text: accessKey)
        self.secretKey = Secret(text: secretKey)
    }

    /// Where the bucket is, without a slash at the end.
    var address: String { "\(endpoint)/\(bucket)" }

    private static func origin(_ text: String) throws(Fault) -> (String, isPlain: Bool) {
        guard let address = try? SplitAddress(text), let host = address.part(CURLUPART_HOST),
            let scheme = address.part(CURLUPART_SCHEME), scheme == "https" || scheme == "http" && address.isThisMachine
        else { throw .endpoint }
        let extras = [
            CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS, CURLUPART_QUERY, CURLUPART_FRAGMENT,
            CURLUPART_ZONEID,
        ]
        guard extras.allSatisfy({ address.part($0) == nil }), address.part(CURLUPART_PATH) ?? "/" == "/" else {
            throw .endpoint
        }
        let port = address.part(CURLUPART_PORT).map { ":\($0)" } ?? ""
        return ("\(scheme)://\(host)\(port)", scheme == "http")
    }

    private static func isLabel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }

    private static func isKey(_ text: String) -> Bool {
        (1...256).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}

extension ObjectPlace: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The bucket's address, for the operator.
    public var description: String { address }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
