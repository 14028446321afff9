/// A form as a reader takes it apart that has all the time it wants: first all pieces, then all halves, then all bytes.
struct SlowForm {
    struct Half {
        /// Where it starts in the form.
        let start: Int
        /// What its bytes stand for, up to the first that stand for nothing.
        let bytes: [UInt8]
        /// Where these begin.
        let badPercent: Int?

        var text: String? { badPercent == nil ? String(validating: bytes, as: UTF8.self) : nil }
    }

    let pairs: [(name: Half, value: Half)]

    init(_ form: [UInt8]) {
        var pairs: [(name: Half, value: Half)] = []
        var start = 0
        for piece in form.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false) {
            defer { start += piece.count + 1 }
            if piece.isEmpty { continue }
            let halves = piece.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = Self.half(Array(halves[0]), at: start)
            let value = halves.count == 2 ? Array(halves[1]) : []
            pairs.append((name, Self.half(value, at: start + piece.count - value.count)))
        }
        self.pairs = pairs
    }

    private static func half(_ raw: [UInt8], at start: Int) -> Half {
        var bytes: [UInt8] = []
        var index = 0
        while index < raw.count {
            if raw[index] == UInt8(ascii: "%") {
                let digits = raw[(index + 1)...].prefix(2)
                guard digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
                    let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
                else { return Half(start: start, bytes: bytes, badPercent: start + index) }
                bytes.append(byte)
                index += 3
            } else {
                bytes.append(raw[index] == UInt8(ascii: "+") ? 0x20 : raw[index])
                index += 1
            }
        }
        return Half(start: start, bytes: bytes, badPercent: nil)
    }
}
