/// The TrueType wrapping of tables: directory, checksums, alignment (OpenType 1.9, "Organization of an OpenType font").
struct FontContainer {
    let bytes: [UInt8]

    init(_ unordered: [(tag: String, bytes: [UInt8])]) {
        let tables = unordered.sorted { $0.tag < $1.tag }
        let directory = 12 + 16 * tables.count
        var power = 1
        var exponent = 0
        while power * 2 <= tables.count {
            power *= 2
            exponent += 1
        }
        var file: [UInt8] = []
        file.append(u32: 0x0001_0000)
        file.append(u16: tables.count)
        file.append(u16: 16 * power)
        file.append(u16: exponent)
        file.append(u16: 16 * (tables.count - power))

        var body: [UInt8] = []
        var head = 0
        for table in tables {
            var bytes = table.bytes
            if table.tag == "head" {
                bytes.replace(u32: 0, at: 8)
                head = directory + body.count
            }
            file += Array(table.tag.utf8)
            file.append(u32: Self.sum(bytes))
            file.append(u32: directory + body.count)
            file.append(u32: bytes.count)
            body += bytes
            body.padToFour()
        }
        file += body
        file.replace(u32: 0xB1B0_AFBA - Self.sum(file), at: head + 8)
        self.bytes = file
    }

    /// The sum of the big-endian words, modulo 2³², missing bytes counting as zeros.
    private static func sum(_ bytes: [UInt8]) -> Int {
        var sum: UInt32 = 0
        var shift: UInt32 = 24
        for byte in bytes {
            sum &+= UInt32(byte) << shift
            shift = shift == 0 ? 24 : shift - 8
        }
        return Int(sum)
    }
}
