/// How a picture must be turned to be seen as it was taken (EXIF 2.32, tag 0x0112).
enum ImageOrientation: Int, CaseIterable {
    case upright = 1
    case mirrored, upsideDown, upsideDownMirrored
    case leftMirrored, right, rightMirrored, left

    /// Whether width and height change places.
    var isSideways: Bool { rawValue >= 5 }

    /// From the content of an APP1 segment; none when it says nothing, or nothing that can be.
    init?(exif: [UInt8]) {
        let tiff = Array(exif.dropFirst(6))
        guard exif.starts(with: Array("Exif\0\0".utf8)), tiff.count >= 8 else { return nil }
        let isBig = tiff.starts(with: Array("MM".utf8))
        guard isBig || tiff.starts(with: Array("II".utf8)) else { return nil }
        /// A number of `count` bytes; none beyond the end.
        func number(_ count: Int, at place: Int) -> Int? {
            guard place >= 0, place <= tiff.count - count else { return nil }
            let bytes = tiff[place..<place + count]
            return (isBig ? Array(bytes) : bytes.reversed()).reduce(0) { $0 << 8 | Int($1) }
        }
        guard let directory = number(4, at: 4), let count = number(2, at: directory) else { return nil }
        for entry in 0..<count {
            let place = directory + 2 + 12 * entry
            guard let tag = number(2, at: place) else { return nil }
            guard tag == 0x0112 else { continue }
            guard number(2, at: place + 2) == 3, let value = number(2, at: place + 8) else { return nil }
            self.init(rawValue: value)
            return
        }
        return nil
    }

    /// The six numbers of the `cm` operator that lay the unit square of an image, turned upright, over a rectangle whose
    /// **lower** left corner is (x, y) (ISO 32000-1, 8.9.5).
    func matrix(x: Double, y: Double, width: Double, height: Double) -> [Double] {
        let (right, top) = (x + width, y + height)
        return switch self {
        case .upright: [width, 0, 0, height, x, y]
        case .mirrored: [-width, 0, 0, height, right, y]
        case .upsideDown: [-width, 0, 0, -height, right, top]
        case .upsideDownMirrored: [width, 0, 0, -height, x, top]
        case .leftMirrored: [0, -height, -width, 0, right, top]
        case .right: [0, -height, width, 0, x, top]
        case .rightMirrored: [0, height, width, 0, x, y]
        case .left: [0, height, -width, 0, right, y]
        }
    }
}
