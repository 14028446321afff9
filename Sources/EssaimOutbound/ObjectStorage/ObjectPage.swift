/// A page of a listing.
public struct ObjectPage: Sendable, Equatable {
    /// One object of the bucket.
    public struct Entry: Sendable, Equatable {
        /// As the storage gives it; any text.
        public let key: String
        public let byteCount: Int
        /// When it was put, by the storage's clock: milliseconds since 1970, UTC.
        public let modified: Int64

        public init(key: String, byteCount: Int, modified: Int64) {
            self.key = key
            self.byteCount = byteCount
            self.modified = modified
        }
    }

    /// In ascending order of key.
    public let entries: [Entry]
    /// Nothing follows.
    public let isLast: Bool

    /// A thousand entries of our own keys are about 400 KB; of the longest keys of others, some megabytes.
    static let longestAnswer = 8 << 20

    public init(entries: [Entry], isLast: Bool) {
        self.entries = entries
        self.isLast = isLast
    }

    /// - Parameters:
    ///   - xml: a `ListBucketResult` (ListObjectsV2).
    ///   - limit: how many were asked for.
    init(_ xml: [UInt8], limit: Int) throws(ObjectFault) {
        let root: ShortXML.Element
        do throws(ShortXML.Fault) {
            root = try ShortXML(xml).root
        } catch {
            throw .failed("The listing is not XML")
        }
        guard root.name == "ListBucketResult", let isTruncated = root.text(of: "IsTruncated"),
            isTruncated == "true" || isTruncated == "false"
        else { throw .failed("The answer is not a listing") }
        var entries: [Entry] = []
        for object in root.children where object.name == "Contents" {
            guard let key = object.text(of: "Key"), let size = object.text(of: "Size").flatMap({ Int($0) }), size >= 0,
                let modified = object.text(of: "LastModified").flatMap(UniversalTime.milliseconds)
            else { throw .failed("The listing has an object without a key, a size or a date") }
            // Going on after the last key of a page ends only if keys grow.
            if let last = entries.last?.key, !last.utf8.lexicographicallyPrecedes(key.utf8) {
                throw .failed("The listing is not in order")
            }
            entries.append(Entry(key: key, byteCount: size, modified: modified))
        }
        isLast = isTruncated == "false"
        guard entries.count <= limit, isLast || !entries.isEmpty else {
            throw .failed("The listing has a wrong length")
        }
        self.entries = entries
    }
}
