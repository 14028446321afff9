import EssaimFormats
import Glibc

/// Standard input, to its end.
enum Input {
    /// - Throws: `tooManyBytes` past the limit.
    static func read(upTo limit: Int) throws(MediaFault) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = Glibc.read(STDIN_FILENO, &piece, piece.count)
            if count == 0 { return bytes }
            if count < 0 {
                guard errno == EINTR else { throw .notDeveloped(.crash) }
                continue
            }
            guard bytes.count + count <= limit else { throw .tooManyBytes(limit: limit) }
            bytes += piece[..<count]
        }
    }
}
