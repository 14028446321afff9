import EssaimFormats
import Glibc

/// Standard output. When nobody reads any more the process ends by SIGPIPE.
enum Output {
    static func write(_ frame: DarkroomFrame) { write(all: frame.encoded) }

    /// A section with its bytes.
    static func write(_ section: DarkroomFrame, _ bytes: [UInt8]) {
        write(section)
        for start in stride(from: 0, to: bytes.count, by: DarkroomFrame.limit) {
            write(.bytes(Array(bytes[start..<min(start + DarkroomFrame.limit, bytes.count)])))
        }
    }

    static func write(text: String) { write(all: Array(text.utf8)) }

    private static func write(all bytes: [UInt8]) {
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { exit(EX_IOERR) }
            start += max(count, 0)
        }
    }
}
