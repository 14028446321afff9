/// Reads the few EXIF tags we look at before dropping the block: orientation, time of the shot (EXIF 2.32 §4.6).
///
/// Bounded: every offset is checked, each directory is read once, a tag that does not hold what it must is taken as
/// absent. A damaged EXIF block never refuses a photo, since none of it is kept.
public struct EXIFReader {
    private let bytes: [UInt8]
    private let bigEndian: Bool

    /// The date in a block that may begin with `Exif\0\0`, as HEIC and WebP have it.
    public static func captureDate(in block: ArraySlice<UInt8>) -> CaptureDate? {
        let mark = Array("Exif\0\0".utf8)
        return EXIFReader(block.starts(with: mark) ? block.dropFirst(mark.count) : block)?.captureDate
    }

    /// `block` is a TIFF structure, what follows `Exif\0\0`.
    init?(_ block: some Collection<UInt8>) {
        bytes = Array(block)
        guard bytes.starts(with: [0x49, 0x49, 0x2A, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A]) else { return nil }
        bigEndian = bytes[0] == 0x4D
    }

    var orientation: PhotoOrientation {
        guard let main = directory(at: number(4, width: 4)), let entry = main[0x0112], entry.type == 3,
            entry.count == 1,
            let value = number(entry.at, width: 2)
        else { return .upright }
        return PhotoOrientation(rawValue: UInt16(value)) ?? .upright
    }

    /// DateTimeOriginal with OffsetTimeOriginal; nil when absent or impossible.
    var captureDate: CaptureDate? {
        guard let main = directory(at: number(4, width: 4)), let pointer = main[0x8769], pointer.type == 4,
            let exif = directory(at: number(pointer.at, width: 4)), let taken = text(exif[0x9003])
        else { return nil }
        return CaptureDate(exif: taken, offset: text(exif[0x9011]))
    }

    private struct Entry {
        let type: Int
        let count: Int
        /// Where the four bytes of value or offset stand.
        let at: Int
    }

    /// The entries of one directory, by tag; the first of a repeated tag counts.
    private func directory(at offset: Int?) -> [Int: Entry]? {
        guard let offset, let count = number(offset, width: 2) else { return nil }
        var entries: [Int: Entry] = [:]
        for position in 0..<count {
            let at = offset + 2 + 12 * position
            guard let tag = number(at, width: 2), let type = number(at + 2, width: 2),
                let length = number(at + 4, width: 4), at + 12 <= bytes.count
            else { return entries }
            if entries[tag] == nil { entries[tag] = Entry(type: type, count: length, at: at + 8) }
        }
        return entries
    }

    /// An ASCII value of at most 32 bytes, up to its NUL.
    private func text(_ entry: Entry?) -> String? {
        guard let entry, entry.type == 2, (1...32).contains(entry.count) else { return nil }
        guard let start = entry.count <= 4 ? entry.at : number(entry.at, width: 4), start <= bytes.count - entry.count
        else { return nil }
        let raw = bytes[start..<start + entry.count].prefix { $0 != 0 }
        return raw.allSatisfy { $0 < 0x80 } ? String(decoding: raw, as: UTF8.self) : nil
    }

    private func number(_ offset: Int?, width: Int) -> Int? {
        guard let offset, offset >= 0, offset <= bytes.count - width else { return nil }
        let field = bytes[offset..<offset + width]
        return bigEndian
            ? field.reduce(0) { $0 << 8 | Int($1) } : field.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
