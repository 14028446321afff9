/// Files that a visitor may send.
enum SamplePhoto {
    /// A JPEG photograph of 8 × 8 pixels.
    static let jpeg: [UInt8] = hexadecimal(
        """
        ffd8ffe000104a46494600010100000100010000
        ffdb0043001b12141714111b1716171e1c1b2028422b28252528513a3d3042605565645f555d5b6a7899816a7190735b5d85b586
        909ea3abadab6780bcc9baa6c799a8aba4ffdb0043011c1e1e2823284e2b2b4ea46e5d6ea4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4
        a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4ffc000110800080008030111000211010311
        01ffc40014000100000000000000000000000000000005ffc400161000030000000000000000000000000000001361ffc4001401
        0100000000000000000000000000000004ffc400161100030000000000000000000000000000001461ffda000c03010002110311
        003f0025d462107bb4ffd9
        """)
    /// A GIF of one pixel.
    static let gif: [UInt8] = hexadecimal(
        "474946383961010001008000000000ffffff21f90401000000002c00000000010001000002024401003b")
    static let html: [UInt8] = Array("<!DOCTYPE html><script>alert(1)</script>".utf8)

    private static func hexadecimal(_ text: String) -> [UInt8] {
        let digits = text.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
