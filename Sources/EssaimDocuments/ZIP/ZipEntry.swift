/// One file of an archive, as its two headers tell it (APPNOTE 4.3.7, 4.3.12).
struct ZipEntry {
    let name: [UInt8]
    let modified: ZipMoment
    /// Where its local header begins.
    let offset: Int
    /// Whether checksum and size follow the bytes, told before they are known.
    let isStreamed: Bool
    var checksum: UInt32 = 0
    var size = 0

    /// From here on a number stands in a Zip64 field, and this value in its ordinary place.
    static let limit = 0xFFFF_FFFF

    /// UTF-8 names (bit 11); what follows in a descriptor (bit 3).
    private var flags: Int { 0x0800 | (isStreamed ? 0x0008 : 0) }

    var localHeader: [UInt8] {
        var header: [UInt8] = []
        let isLong = isStreamed || size >= Self.limit
        header.append(little: 0x0403_4B50, 4)
        header.append(little: isLong ? 45 : 20, 2)
        appendCommon(to: &header)
        header.append(little: Int(checksum), 4)
        header.append(little: isLong ? Self.limit : size, 4)
        header.append(little: isLong ? Self.limit : size, 4)
        header.append(little: name.count, 2)
        header.append(little: isLong ? 20 : 0, 2)
        header += name
        if isLong {
            header.append(little: 1, 2)
            header.append(little: 16, 2)
            header.append(little: size, 8)
            header.append(little: size, 8)
        }
        return header
    }

    /// After the bytes of a streamed entry, with sizes of eight bytes since its header has a Zip64 field (4.3.9.2).
    var descriptor: [UInt8] {
        var descriptor: [UInt8] = []
        descriptor.append(little: 0x0807_4B50, 4)
        descriptor.append(little: Int(checksum), 4)
        descriptor.append(little: size, 8)
        descriptor.append(little: size, 8)
        return descriptor
    }

    var directoryHeader: [UInt8] {
        var long: [UInt8] = []
        if size >= Self.limit {
            long.append(little: size, 8)
            long.append(little: size, 8)
        }
        if offset >= Self.limit { long.append(little: offset, 8) }
        var header: [UInt8] = []
        header.append(little: 0x0201_4B50, 4)
        // Made as on Unix, by version 4.5 of the note; a plain file that its owner may write.
        header.append(little: 3 << 8 | 45, 2)
        header.append(little: isStreamed || !long.isEmpty ? 45 : 20, 2)
        appendCommon(to: &header)
        header.append(little: Int(checksum), 4)
        header.append(little: min(size, Self.limit), 4)
        header.append(little: min(size, Self.limit), 4)
        header.append(little: name.count, 2)
        header.append(little: long.isEmpty ? 0 : long.count + 4, 2)
        header.append(little: 0, 6)
        header.append(little: 0o100644 << 16, 4)
        header.append(little: min(offset, Self.limit), 4)
        header += name
        if !long.isEmpty {
            header.append(little: 1, 2)
            header.append(little: long.count, 2)
            header += long
        }
        return header
    }

    /// Flags, method 0 (stored), time and date: the same in both.
    private func appendCommon(to header: inout [UInt8]) {
        header.append(little: flags, 2)
        header.append(little: 0, 2)
        header.append(little: Int(modified.time), 2)
        header.append(little: Int(modified.date), 2)
    }
}

extension [UInt8] {
    /// A number in `count` bytes, the lowest first: the order of ZIP files.
    mutating func append(little value: Int, _ count: Int) {
        for place in 0..<count { append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
    }
}
