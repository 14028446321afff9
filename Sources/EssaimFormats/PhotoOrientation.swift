/// How a photo must be turned to be seen as it was taken (EXIF 2.32, tag 0x0112).
public enum PhotoOrientation: UInt16, Sendable, CaseIterable {
    case upright = 1
    case mirrored, upsideDown, upsideDownMirrored
    case leftMirrored, right, rightMirrored, left

    /// True when width and height change places.
    public var isSideways: Bool { rawValue >= 5 }

    /// An EXIF block that holds this tag and nothing else: `Exif\0\0`, a big-endian TIFF header, one entry.
    var exif: [UInt8] {
        Array("Exif\0\0MM".utf8) + [0, 0x2A, 0, 0, 0, 8, 0, 1] + [1, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(rawValue), 0, 0]
            + [0, 0, 0, 0]
    }
}
