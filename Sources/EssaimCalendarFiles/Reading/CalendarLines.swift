/// The logical lines of a calendar, unfolded: a line that begins with a space or a tab goes on the one before (RFC 5545 §3.1).
/// Unfolded as bytes, for a fold may stand within a character. A line ends with CRLF, or with LF alone, as many programs write.
struct CalendarLines: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var position = 0
    private var physical = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// - Returns: the number of its first physical line, from 1, and its bytes; empty lines are left out.
    mutating func next() -> (number: Int, bytes: [UInt8])? {
        while position < bytes.count {
            var line = physicalLine()
            let number = physical
            while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 {
                position += 1
                line += physicalLine()
            }
            if !line.isEmpty { return (number, line) }
        }
        return nil
    }

    private mutating func physicalLine() -> [UInt8] {
        let start = position
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
        let hasReturn = position > start && bytes[position - 1] == 0x0D
        let line = bytes[start..<(hasReturn ? position - 1 : position)]
        position += 1
        physical += 1
        return Array(line)
    }
}
