import CDarkroom
import EssaimFormats

/// A picture in memory, in one of the formats that are decoded here.
struct Picture {
    let kind: ContentKind
    let bytes: [UInt8]
    /// Made here, a moment ago: its pixels need not all be looked at again.
    var isOurs = false

    struct Made {
        let bytes: [UInt8]
        let width: Int
        let height: Int
    }

    /// What the file says of itself.
    /// - Throws: what its size passes; `damaged`.
    func header() throws(MediaFault) -> darkroom_header {
        var header = darkroom_header()
        guard let format, darkroom_picture_header(format, bytes, bytes.count, &header) == 0 else { throw fault }
        try ImageLimits.standard.check(Int(header.width), Int(header.height))
        return header
    }

    /// The EXIF block, if any.
    func exif() throws(MediaFault) -> [UInt8] {
        var exif = darkroom_bytes()
        guard let format, darkroom_picture_exif(format, bytes, bytes.count, &exif) == 0 else { throw fault }
        return Self.taken(&exif)
    }

    /// All of it again, upright and without tags. `quality` nil makes a PNG.
    /// - Parameter keepsColour: as fine as the shapes; not needed where the source had it at half the resolution.
    func whole(quality: Int32?, keepsColour: Bool = true) throws(MediaFault) -> Made {
        guard let format else { throw fault }
        let made = try make {
            darkroom_picture_whole(format, bytes, bytes.count, quality ?? 0, keepsColour ? 1 : 0, $0, $1, $2)
        }
        return Made(bytes: try MetadataStripper.strip(made.bytes), width: made.width, height: made.height)
    }

    /// A JPEG in sRGB of at most `side` pixels a side. Every pixel of the source is decoded.
    func small(side: Int32, quality: Int32, isProgressive: Bool) throws(MediaFault) -> Made {
        guard let format else { throw fault }
        let made = try make {
            isOurs && kind == .jpeg
                ? darkroom_picture_smaller(bytes, bytes.count, side, quality, isProgressive ? 1 : 0, $0, $1, $2)
                : darkroom_picture_small(
                    format, bytes, bytes.count, side, quality, isProgressive ? 1 : 0, $0, $1, $2)
        }
        return Made(bytes: try MetadataStripper.strip(made.bytes), width: made.width, height: made.height)
    }

    /// A JPEG turned without loss; nil when its size does not allow it.
    func turned(_ orientation: PhotoOrientation) throws(MediaFault) -> [UInt8]? {
        var made = darkroom_bytes()
        switch darkroom_jpeg_turn(bytes, bytes.count, Int32(orientation.rawValue), &made) {
        case 0: return try MetadataStripper.strip(Self.taken(&made))
        case 1: return nil
        default: throw .damaged(kind, reason: "cannot be turned")
        }
    }

    private typealias Making = (
        UnsafeMutablePointer<darkroom_bytes>, UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>
    ) -> Int32

    private func make(_ making: Making) throws(MediaFault) -> Made {
        var made = darkroom_bytes()
        var width: Int32 = 0
        var height: Int32 = 0
        guard making(&made, &width, &height) == 0 else { throw fault }
        return Made(bytes: Self.taken(&made), width: Int(width), height: Int(height))
    }

    private static func taken(_ made: inout darkroom_bytes) -> [UInt8] {
        defer { darkroom_free(&made) }
        return Array(UnsafeBufferPointer(start: made.bytes, count: made.length))
    }

    private var fault: MediaFault {
        darkroom_pictures_exhausted() == 1 ? .notDeveloped(.memory) : .damaged(kind, reason: "does not decode")
    }

    private var format: darkroom_format? {
        switch kind {
        case .jpeg: DARKROOM_JPEG
        case .png: DARKROOM_PNG
        case .heic: DARKROOM_HEIC
        case .webp: DARKROOM_WEBP
        case .tiff: DARKROOM_TIFF
        default: nil
        }
    }
}
