/// Entries one after the other, each with its length before it as two bytes, the higher first.
///
/// Source: c2sp.org/tlog-tiles, "Log entries". A log serves up to 256 of them together; how many there must be follows
/// from the path, and is for the reader to compare.
public enum EntryBundle {
    /// The longest entry that the format can hold, in bytes.
    public static let longestEntry = 65_535

    /// The bundle of these entries. The caller sees to it that none is longer than ``longestEntry``.
    public static func bytes(_ entries: [[UInt8]]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.reduce(0) { $0 + 2 + $1.count })
        for entry in entries {
            precondition(entry.count <= longestEntry, "An entry has at most 65,535 bytes")
            bytes.append(UInt8(entry.count >> 8))
            bytes.append(UInt8(entry.count & 0xFF))
            bytes += entry
        }
        return bytes
    }

    /// The entries of a bundle; nil if it ends within one.
    public static func entries(_ bytes: [UInt8]) -> [[UInt8]]? {
        var entries: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            guard let high = rest.popFirst(), let low = rest.popFirst() else { return nil }
            let count = Int(high) << 8 | Int(low)
            guard rest.count >= count else { return nil }
            entries.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return entries
    }
}
