/// Percent decoding as the URL standard has it for forms, but strict: a `%` without two hexadecimal digits is a fault.
enum PercentDecoding {
    /// Decodes one name or value. `base` is where the piece starts in the whole input, for the fault.
    static func formText(_ piece: ArraySlice<UInt8>, base: Int) throws(FormFault) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(piece.count)
        var index = piece.startIndex
        while index < piece.endIndex {
            switch piece[index] {
            case UInt8(ascii: "+"):
                decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard index + 2 < piece.endIndex, let high = digit(piece[index + 1]), let low = digit(piece[index + 2])
                else { throw .badPercent(at: base + index - piece.startIndex) }
                decoded.append(high << 4 | low)
                index += 2
            case let byte:
                decoded.append(byte)
            }
            if decoded.last == 0 { throw .forbiddenCharacter(at: base + index - piece.startIndex) }
            index += 1
        }
        guard let text = String(validating: decoded, as: UTF8.self) else { throw .notUTF8(at: base) }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
