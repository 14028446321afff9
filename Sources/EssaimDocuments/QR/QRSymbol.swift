import CQRCode
import Foundation

/// A QR code as a square of dark and light modules (ISO/IEC 18004), of the smallest version that holds its text, at error
/// correction level L: a printed page is clean, and a larger module reads better than more correction would.
public struct QRSymbol {
    /// What one letter of the text may be, in the alphanumeric mode: two of them take eleven bits instead of sixteen.
    static let alphabet = Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".unicodeScalars)
    /// The white that a reader wants on all four sides, in modules.
    static let quietZone = 4

    /// Dark modules side by side in one row, counted in modules from the top left corner.
    public struct Run: Equatable {
        public var column: Int
        public var row: Int
        public var length: Int
    }

    /// Modules on each side: 17 + 4 × version.
    public let side: Int
    /// Every dark module once, row by row and from left to right.
    public let runs: [Run]

    /// - Parameter text: one character or more; of `alphabet` alone it makes the smallest square.
    /// - Throws: `.receipt(.encoding)` when libqrencode refuses.
    public init(_ text: String) throws(DocumentError) {
        // Version 0 is the smallest that does; with QR_MODE_8 the library still takes numeric and alphanumeric segments.
        guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_L, QR_MODE_8, 1) else {
            throw .receipt(.encoding(errno))
        }
        defer { QRcode_free(code) }
        side = Int(code.pointee.width)
        runs = Self.runs(UnsafeBufferPointer(start: code.pointee.data, count: side * side), side: side)
    }

    /// - Parameter modules: row by row, the lowest bit of each telling whether it is dark.
    private static func runs(_ modules: UnsafeBufferPointer<UInt8>, side: Int) -> [Run] {
        var runs: [Run] = []
        for row in 0..<side {
            var isDark = false
            for column in 0..<side {
                let wasDark = isDark
                isDark = modules[row * side + column] & 1 == 1
                guard isDark else { continue }
                if wasDark {
                    runs[runs.count - 1].length += 1
                } else {
                    runs.append(Run(column: column, row: row, length: 1))
                }
            }
        }
        return runs
    }
}
