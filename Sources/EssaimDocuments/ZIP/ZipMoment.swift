/// A time as ZIP files hold it (MS-DOS, APPNOTE 4.4.6): without a zone, to two seconds, from 1980 to 2107.
public struct ZipMoment: Sendable, Equatable {
    let time: UInt16
    let date: UInt16

    /// - Parameters:
    ///   - milliseconds: since 1970-01-01T00:00:00Z; what is before 1980 or after 2107 is held at these limits.
    ///   - offset: minutes to add to UTC for the clock on the reader's wall.
    public init(milliseconds: Int64, offset: Int = 0) {
        let first: Int64 = 315_532_800_000
        let last: Int64 = 4_354_819_199_000
        let shifted = min(max(milliseconds, first), last) + Int64(min(max(offset, -1440), 1440)) * 60000
        let civil = CivilTime(milliseconds: min(max(shifted, first), last))
        time = UInt16(civil.hour << 11 | civil.minute << 5 | civil.second / 2)
        date = UInt16((civil.year - 1980) << 9 | civil.month << 5 | civil.day)
    }
}
