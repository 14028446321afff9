import CZlib

/// CRC-32 as ZIP files hold it (ISO 3309, polynomial 0x04C11DB7 reflected), over pieces that come one after the other.
struct Checksum {
    private(set) var value: UInt32 = 0

    mutating func combine(_ bytes: [UInt8]) {
        // `crc32` counts in 32 bits, `crc32_z` in as many as memory has. No buffer means "start again" to both.
        guard !bytes.isEmpty else { return }
        value = UInt32(truncatingIfNeeded: crc32_z(uLong(value), bytes, z_size_t(bytes.count)))
    }

    static func of(_ bytes: [UInt8]) -> UInt32 {
        var checksum = Checksum()
        checksum.combine(bytes)
        return checksum.value
    }
}
