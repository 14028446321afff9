/// Quoted-printable (RFC 2045 §6.7): a text that any server carries as it is, and that still reads as text.
enum QuotedPrintable {
    private static let longestLine = 76
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// - Parameter text: lines end with CRLF, LF or CR.
    /// - Returns: lines of at most 76 bytes, each ended by CRLF. A dot that begins a line is written in hexadecimal, so that
    ///   no line is SMTP's last one.
    static func encode(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        var column = 0
        let input = Array(text.utf8)
        var index = 0
        while index < input.count {
            let byte = input[index]
            index += 1
            if byte == 0x0D || byte == 0x0A {
                if byte == 0x0D, index < input.count, input[index] == 0x0A { index += 1 }
                output += [0x0D, 0x0A]
                column = 0
                continue
            }
            let isLast = index == input.count || input[index] == 0x0D || input[index] == 0x0A
            let piece = isLiteral(byte, isFirst: column == 0, isLast: isLast) ? [byte] : hexadecimal(byte)
            // The last column is for the `=` of a line that goes on.
            if column + piece.count > longestLine - 1 {
                output += [UInt8(ascii: "="), 0x0D, 0x0A]
                column = 0
                // What now begins the line is judged again as such.
                index -= 1
                continue
            }
            output += piece
            column += piece.count
        }
        if column > 0 { output += [0x0D, 0x0A] }
        return output
    }

    private static func isLiteral(_ byte: UInt8, isFirst: Bool, isLast: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: " "), 0x09: !isLast
        case UInt8(ascii: "."): !isFirst
        case UInt8(ascii: "="): false
        default: (0x21...0x7E).contains(byte)
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> [UInt8] {
        [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
