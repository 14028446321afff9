/// What an image says of itself before it is decoded.
public struct ImageHeader: Sendable, Hashable {
    public let kind: ContentKind
    /// Pixels as stored, before `orientation` is applied.
    public let width: Int
    public let height: Int
    public let orientation: PhotoOrientation
    public let takenAt: CaptureDate?
}

/// Tells what a file is, by content and name together, and reads its header. Nothing is decoded.
public enum ImageSniffer {
    /// The header of an image we take. `filename` is the sender's; its ending, if it has one, must agree.
    /// The whole structure is walked, so a cut or contradictory file is refused here.
    public static func inspect(
        _ bytes: [UInt8], filename: String?, limits: ImageLimits = .standard
    ) throws(MediaFault) -> ImageHeader {
        let image = try read(bytes, filename: filename, limits: limits)
        return image.header
    }

    /// An image whose structure has been walked.
    struct Walked {
        enum Structure {
            case jpeg(JPEGSegments)
            case png(PNGChunks)
        }
        let header: ImageHeader
        let structure: Structure
    }

    static func read(_ bytes: [UInt8], filename: String?, limits: ImageLimits) throws(MediaFault) -> Walked {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
        guard let kind = ContentKind(sniffing: bytes) else { throw .unrecognised }
        switch kind {
        case .jpeg:
            try kind.checkName(filename)
            let segments = try JPEGSegments(bytes)
            try limits.check(segments.width, segments.height)
            let exif = JPEGStripper.exif(bytes, segments).flatMap(EXIFReader.init)
            return walked(kind, segments.width, segments.height, exif, .jpeg(segments))
        case .png:
            try kind.checkName(filename)
            let chunks = try PNGChunks(bytes)
            try limits.check(chunks.width, chunks.height)
            let exif = chunks.chunks.first { $0.type == "eXIf" }.flatMap { EXIFReader(bytes[$0.data]) }
            // Browsers show a PNG as stored: its EXIF orientation is not ours to apply.
            return walked(kind, chunks.width, chunks.height, exif, .png(chunks), orientation: .upright)
        default:
            throw .unsupported(kind)
        }
    }

    private static func walked(
        _ kind: ContentKind, _ width: Int, _ height: Int, _ exif: EXIFReader?, _ structure: Walked.Structure,
        orientation: PhotoOrientation? = nil
    ) -> Walked {
        let header = ImageHeader(
            kind: kind, width: width, height: height, orientation: orientation ?? exif?.orientation ?? .upright,
            takenAt: exif?.captureDate)
        return Walked(header: header, structure: structure)
    }
}
