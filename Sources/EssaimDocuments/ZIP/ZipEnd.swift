/// What ends an archive: where its directory is, and how many files it holds (APPNOTE 4.3.14 to 4.3.16).
struct ZipEnd {
    let count: Int
    /// Of the directory.
    let start: Int
    let end: Int

    private static let countLimit = 0xFFFF

    var bytes: [UInt8] {
        let size = end - start
        let isLong = count >= Self.countLimit || size >= ZipEntry.limit || start >= ZipEntry.limit
        var bytes = isLong ? long(size) : []
        bytes.append(little: 0x0605_4B50, 4)
        bytes.append(little: 0, 4)
        bytes.append(little: min(count, Self.countLimit), 2)
        bytes.append(little: min(count, Self.countLimit), 2)
        bytes.append(little: min(size, ZipEntry.limit), 4)
        bytes.append(little: min(start, ZipEntry.limit), 4)
        bytes.append(little: 0, 2)
        return bytes
    }

    /// The Zip64 record, and the locator that leads to it.
    private func long(_ size: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(little: 0x0606_4B50, 4)
        bytes.append(little: 44, 8)
        bytes.append(little: 3 << 8 | 45, 2)
        bytes.append(little: 45, 2)
        bytes.append(little: 0, 8)
        bytes.append(little: count, 8)
        bytes.append(little: count, 8)
        bytes.append(little: size, 8)
        bytes.append(little: start, 8)
        bytes.append(little: 0x0706_4B50, 4)
        bytes.append(little: 0, 4)
        bytes.append(little: end, 8)
        bytes.append(little: 1, 4)
        return bytes
    }
}
