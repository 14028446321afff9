/// A photo fit to be stored and shown.
public struct AcceptedImage: Sendable, Hashable {
    /// Of the file as sent; the date is to be kept beside the photo, for it is no longer inside.
    public let header: ImageHeader
    /// The file without metadata but its turn: nothing is decoded on this way.
    public let bytes: [UInt8]
}

/// The one door for photos: type, name, limits, structure, then the metadata dropped. Later steps (decoding, thumbnail,
/// encryption) take an `AcceptedImage`, which nothing else makes.
public enum ImageIntake {
    public static func accept(
        _ bytes: [UInt8], filename: String?, limits: ImageLimits = .standard
    ) throws(MediaFault) -> AcceptedImage {
        let image = try ImageSniffer.read(bytes, filename: filename, limits: limits)
        return AcceptedImage(header: image.header, bytes: MetadataStripper.strip(bytes, image, keepingTurn: true))
    }
}
