import EssaimDomain

/// What anyone may fetch of an entry, 41 bytes: the version, the minute, and a commitment that says nothing without its
/// salt. One block of SHA-256 once the tree's prefix stands before it.
///
/// | bytes | |
/// |---|---|
/// | 0 | version, 1 |
/// | 1–8 | seconds since 1970-01-01T00:00:00Z, a whole number of minutes, big-endian |
/// | 9–40 | SHA-256(salt ‖ payload) |
public struct JournalLeaf: Sendable, Equatable {
    public static let length = 41
    public static let version: UInt8 = 1

    public let minute: Instant
    public let commitment: [UInt8]

    public init(at instant: Instant, commitment: [UInt8]) {
        minute = Self.minute(of: instant)
        self.commitment = commitment
    }

    /// Nil for what no leaf of ours is.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.length, bytes[0] == Self.version else { return nil }
        let seconds = bytes[1...8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard seconds % 60 == 0, seconds < 1 << 40 else { return nil }
        minute = Instant(milliseconds: Int64(seconds) * 1000)
        commitment = Array(bytes[9...])
    }

    public var bytes: [UInt8] {
        let seconds = UInt64(max(0, minute.milliseconds / 1000))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.length)
        bytes.append(Self.version)
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: seconds >> shift)) }
        return bytes + commitment
    }

    private static func minute(of instant: Instant) -> Instant {
        Instant(milliseconds: instant.milliseconds - instant.milliseconds % 60_000)
    }
}
