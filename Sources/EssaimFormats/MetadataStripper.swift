/// Removes, without decoding, everything a photo says beyond its pixels: place, camera, comments, thumbnails, trailing
/// data. The colour profile stays. The turn goes too: who strips a photo turns its pixels first, or after.
public enum MetadataStripper {
    /// The clean JPEG or PNG. The compressed pixels are the same bytes as before; cleaning twice changes nothing more.
    public static func strip(_ bytes: [UInt8], limits: ImageLimits = .standard) throws(MediaFault) -> [UInt8] {
        strip(bytes, try ImageSniffer.read(bytes, filename: nil, limits: limits), keepingTurn: false)
    }

    static func strip(_ bytes: [UInt8], _ image: ImageSniffer.Walked, keepingTurn: Bool) -> [UInt8] {
        switch image.structure {
        case .jpeg(let segments):
            return JPEGStripper.strip(bytes, segments, orientation: keepingTurn ? image.header.orientation : .upright)
        case .png(let chunks):
            var out = Array(bytes[..<8])
            out.reserveCapacity(bytes.count)
            for chunk in chunks.chunks where PNGOrder.kept.contains(chunk.type) { out += bytes[chunk.whole] }
            return out
        }
    }
}
