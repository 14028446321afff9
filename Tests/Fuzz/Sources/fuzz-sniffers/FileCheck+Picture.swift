import Fuzzing

@testable import EssaimFormats

extension FileCheck {
    /// What a photo may not say once it is clean.
    private static let marks = ["Exif\0\0", "http://ns.adobe.com/xap", "<x:xmpmeta", "Photoshop 3.0", "MPF\0"]

    static func picture(_ bytes: [UInt8]) {
        guard let image = try? ImageSniffer.read(bytes, filename: nil, limits: .standard) else {
            require((try? MetadataStripper.strip(bytes)) == nil, "cleaned, though it is no photo")
            return
        }
        let clean = MetadataStripper.strip(bytes, image, keepingTurn: false)
        guard let again = try? ImageSniffer.read(clean, filename: nil, limits: .standard) else {
            return require(false, "a clean photo is not one any more")
        }
        require(again.header.kind == image.header.kind, "another kind")
        require(again.header.width == image.header.width && again.header.height == image.header.height, "another size")
        require(again.header.orientation == .upright && again.header.takenAt == nil, "it still says how it was taken")
        require(MetadataStripper.strip(clean, again, keepingTurn: false) == clean, "cleaning twice changes more")
        checkSegments(clean, again)
        let turned = MetadataStripper.strip(bytes, image, keepingTurn: true)
        require(
            (try? ImageSniffer.inspect(turned, filename: nil))?.orientation == image.header.orientation, "it was turned"
        )
    }

    /// Outside of the pixels and of the colour profile no mark of metadata stands.
    private static func checkSegments(_ clean: [UInt8], _ image: ImageSniffer.Walked) {
        switch image.structure {
        case .jpeg(let walked):
            for segment in walked.segments where (0xE0...0xEF).contains(segment.marker) || segment.marker == 0xFE {
                let payload = clean[segment.payload]
                require([0xE0, 0xE2, 0xEE].contains(segment.marker), "a segment that shows nothing")
                require(!marks.contains { payload.starts(with: $0.utf8) }, "a mark of metadata")
                require(segment.marker == 0xE2 || payload.count <= 14, "more than a header")
            }
            require(clean.suffix(2) == [0xFF, 0xD9], "something behind the end")
        case .png(let walked):
            let known: Set = ["IHDR", "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs", "IDAT", "IEND"]
            require(walked.chunks.allSatisfy { known.contains($0.type) }, "a chunk that shows nothing")
            require(walked.chunks.last?.whole.upperBound == clean.count, "something behind the end")
        }
    }
}
