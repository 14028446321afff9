/// An image that stands in the file, as the pages refer to it.
struct PDFImage: Equatable {
    let object: PDFReference
    /// Pixels as seen.
    let size: (width: Int, height: Int)
    let orientation: ImageOrientation

    /// Writes the JPEG file as it is (`DCTDecode`; ISO 32000-1, 7.4.8). Its colours are those of the document's output
    /// intent, sRGB, or its grey; a profile inside of the file is not read.
    ///
    /// - Throws: when the file cannot stand in the document; nothing is written then.
    init(_ jpeg: [UInt8], to objects: inout PDFObjects) throws(JPEGFault) {
        let header = try JPEGHeader(jpeg)
        size = header.size
        orientation = header.orientation
        let space = header.components == 1 ? "DeviceGray" : "DeviceRGB"
        object = objects.addPlainStream(
            """
            /Type/XObject/Subtype/Image/Width \(header.width)/Height \(header.height)/ColorSpace/\(space)\
            /BitsPerComponent 8/Filter/DCTDecode
            """, jpeg)
    }

    /// Writes the rows of a PNG file as they are (`FlateDecode`, predictor 15: each row says its own filter; ISO 32000-1,
    /// 7.4.4.4).
    init(_ logo: ConsultationReport.Logo, to objects: inout PDFObjects) {
        size = (logo.width, logo.height)
        orientation = .upright
        let space =
            logo.palette.map { "[/Indexed/DeviceRGB \($0.count / 3 - 1)<\(Hexadecimal.bytes($0))>]" }
            ?? (logo.samples == 1 ? "/DeviceGray" : "/DeviceRGB")
        object = objects.addPlainStream(
            """
            /Type/XObject/Subtype/Image/Width \(logo.width)/Height \(logo.height)/ColorSpace\(space)\
            /BitsPerComponent \(logo.depth)/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors \(logo.samples)\
            /BitsPerComponent \(logo.depth)/Columns \(logo.width)>>
            """, logo.packed)
    }

    /// The name under which page contents draw it.
    var resource: String { "I\(object.number)" }

    static func == (one: PDFImage, other: PDFImage) -> Bool { one.object == other.object }
}
