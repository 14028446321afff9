/// The check of PNG chunks (PNG third edition, Annex D).
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }

    static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        let checked = bytes.withUnsafeBufferPointer { buffer in
            table.withUnsafeBufferPointer { table in
                var value = UInt32.max
                for byte in buffer { value = table[Int((value ^ UInt32(byte)) & 0xFF)] ^ value >> 8 }
                return value
            }
        }
        return ~checked
    }
}
