/// Numbers as the formats write them: ASCII digits, no sign, no leading zero, no more than ``TreeSize/largest``.
enum CanonicalDecimal {
    /// The number; nil for anything else.
    static func number(_ digits: some Collection<UInt8>) -> Int? {
        // 2^62 has nineteen digits; nineteen nines overflow, and are refused before they do.
        guard (1...19).contains(digits.count), digits.count == 1 || digits.first != UInt8(ascii: "0") else {
            return nil
        }
        var number = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            let value = Int(digit - UInt8(ascii: "0"))
            guard number <= (TreeSize.largest - value) / 10 else { return nil }
            number = number * 10 + value
        }
        return number
    }
}
