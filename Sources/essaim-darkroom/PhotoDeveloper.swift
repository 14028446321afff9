import CDarkroom
import EssaimFormats

/// A photograph: the clean file, upright, and two smaller pictures of it.
struct PhotoDeveloper {
    let kind: ContentKind
    let bytes: [UInt8]

    /// The largest TIFF that is kept without loss, in pixels.
    private static let losslessLimit = 16_000_000

    private struct Clean {
        let picture: Picture
        let takenAt: CaptureDate?
    }

    func develop() throws(MediaFault) {
        let clean = try clean()
        let screen = try clean.picture.small(side: 1600, quality: 80, isProgressive: true)
        let thumbnail = try Picture(kind: .jpeg, bytes: screen.bytes, isOurs: true).small(
            side: 400, quality: 75, isProgressive: false)
        let header = try ImageSniffer.inspect(clean.picture.bytes, filename: nil)
        Output.write(
            .section(.thumbnail, page: 1, .jpeg, width: thumbnail.width, height: thumbnail.height), thumbnail.bytes)
        Output.write(.section(.screen, page: 1, .jpeg, width: screen.width, height: screen.height), screen.bytes)
        Output.write(
            .section(.full, page: 1, clean.picture.kind, width: header.width, height: header.height),
            clean.picture.bytes)
        Output.write(
            .developed(
                clean.picture.kind, width: header.width, height: header.height, pages: 1,
                capturedAt: clean.takenAt?.text))
    }

    /// For paper: at most 2,000 pixels a side.
    func print() throws(MediaFault) {
        let clean = try clean()
        let made = try clean.picture.small(side: 2000, quality: 90, isProgressive: false)
        Output.write(.section(.screen, page: 1, .jpeg, width: made.width, height: made.height), made.bytes)
        Output.write(.developed(.jpeg, width: made.width, height: made.height, pages: 1, capturedAt: nil))
    }

    private func clean() throws(MediaFault) -> Clean {
        switch kind {
        case .jpeg: try cleanJPEG()
        case .png:
            Clean(
                picture: Picture(kind: .png, bytes: try MetadataStripper.strip(bytes)),
                takenAt: try ImageSniffer.inspect(bytes, filename: nil).takenAt)
        case .heic: try cleanHEIC()
        case .webp: try cleanWebP()
        case .tiff: try cleanTIFF()
        default: throw .unsupported(kind)
        }
    }

    /// Turned by moving its coefficients; decoded and coded again only when its size is no multiple of a block.
    private func cleanJPEG() throws(MediaFault) -> Clean {
        let accepted = try ImageIntake.accept(bytes, filename: nil)
        let turn = accepted.header.orientation
        let stripped = Picture(kind: .jpeg, bytes: try MetadataStripper.strip(bytes))
        let upright: [UInt8]
        if turn == .upright {
            upright = stripped.bytes
        } else if let turned = try stripped.turned(turn) {
            upright = turned
        } else {
            upright = try Picture(kind: .jpeg, bytes: accepted.bytes).whole(quality: 95).bytes
        }
        return Clean(picture: Picture(kind: .jpeg, bytes: upright), takenAt: accepted.header.takenAt)
    }

    private func cleanHEIC() throws(MediaFault) -> Clean {
        let picture = Picture(kind: .heic, bytes: bytes)
        guard try picture.header().foreign == 0 else { throw .unsupported(.avif) }
        let date = EXIFReader.captureDate(in: try picture.exif()[...])
        // Telephones record HEVC with colour at half the resolution (4:2:0): nothing is lost by keeping it so.
        let made = try picture.whole(quality: 92, keepsColour: false)
        return Clean(picture: Picture(kind: .jpeg, bytes: made.bytes, isOurs: true), takenAt: date)
    }

    private func cleanWebP() throws(MediaFault) -> Clean {
        let chunks = try WebPChunks(bytes)
        guard !chunks.isAnimated else { throw .severalPictures(.webp) }
        let picture = Picture(kind: .webp, bytes: bytes)
        _ = try picture.header()
        let made = try picture.whole(quality: chunks.isLossless ? nil : 95)
        return Clean(
            picture: Picture(kind: chunks.isLossless ? .png : .jpeg, bytes: made.bytes),
            takenAt: chunks.exif.flatMap(EXIFReader.captureDate))
    }

    private func cleanTIFF() throws(MediaFault) -> Clean {
        let picture = Picture(kind: .tiff, bytes: bytes)
        let header = try picture.header()
        guard header.pages == 1 else { throw .severalPictures(.tiff) }
        let isSmall = Int(header.width) * Int(header.height) <= Self.losslessLimit
        let made = try picture.whole(quality: isSmall ? nil : 95)
        return Clean(
            picture: Picture(kind: isSmall ? .png : .jpeg, bytes: made.bytes),
            takenAt: EXIFReader.captureDate(in: bytes[...]))
    }
}
