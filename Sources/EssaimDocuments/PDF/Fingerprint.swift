/// FNV-1a in 128 bits: tells two documents apart, and proves nothing against an adversary. That is all a PDF's identifier
/// asks for (ISO 32000-1, 14.4), and it keeps this room free of cryptography.
struct Fingerprint {
    private(set) var value: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D

    mutating func combine(_ byte: UInt8) {
        value = (value ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B
    }

    mutating func combine(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { combine(byte) }
    }

    /// Sixteen bytes, the highest first.
    var bytes: [UInt8] { (0..<16).map { UInt8(truncatingIfNeeded: value >> UInt128(8 * (15 - $0))) } }
}
