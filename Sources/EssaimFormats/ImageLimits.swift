/// How large an image may be. Checked from the header, before anything is decoded: 521 KB of PNG can hold 65,500²
/// pixels.
public struct ImageLimits: Sendable {
    /// Bytes of the file as sent.
    public var bytes: Int
    /// Width × height.
    public var pixels: Int
    /// The longer side, in pixels.
    public var side: Int

    public init(bytes: Int = 52_428_800, pixels: Int = 100_000_000, side: Int = 20_000) {
        self.bytes = bytes
        self.pixels = pixels
        self.side = side
    }

    /// What the product takes.
    public static let standard = ImageLimits()

    /// - Throws: `tooManyPixels`.
    public func check(_ width: Int, _ height: Int) throws(MediaFault) {
        guard max(width, height) <= side else {
            throw .tooManyPixels(width: width, height: height, limits: .side(side))
        }
        guard width * height <= pixels else {
            throw .tooManyPixels(width: width, height: height, limits: .pixels(pixels))
        }
    }
}
