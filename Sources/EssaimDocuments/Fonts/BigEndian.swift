/// Big-endian numbers, the order of TrueType files and of ICC profiles.
extension UnsafeRawBufferPointer {
    func u16(_ offset: Int) -> Int { Int(self[offset]) << 8 | Int(self[offset + 1]) }
    func i16(_ offset: Int) -> Int { Int(Int16(truncatingIfNeeded: u16(offset))) }
    func u32(_ offset: Int) -> Int { u16(offset) << 16 | u16(offset + 2) }
}

extension [UInt8] {
    mutating func append(u16 value: Int) {
        append(UInt8(truncatingIfNeeded: value >> 8))
        append(UInt8(truncatingIfNeeded: value))
    }

    mutating func append(u32 value: Int) {
        append(u16: value >> 16)
        append(u16: value)
    }

    mutating func replace(u16 value: Int, at offset: Int) {
        self[offset] = UInt8(truncatingIfNeeded: value >> 8)
        self[offset + 1] = UInt8(truncatingIfNeeded: value)
    }

    mutating func replace(u32 value: Int, at offset: Int) {
        replace(u16: value >> 16, at: offset)
        replace(u16: value, at: offset + 2)
    }

    /// Zeros until the length is a multiple of four.
    mutating func padToFour() {
        while count % 4 != 0 { append(0) }
    }
}
