/// An image that stands in the file, as the pages refer to it.
struct PDFImage: Equatable {
    let object: PDFReference
    let header: JPEGHeader

    /// Writes the JPEG file as it is (`DCTDecode`; ISO 32000-1, 7.4.8). Its colours are those of the document's output
    /// intent, sRGB, or its grey; a profile inside of the file is not read.
    ///
    /// - Throws: when the file cannot stand in the document; nothing is written then.
    init(_ jpeg: [UInt8], to objects: inout PDFObjects) throws(JPEGFault) {
        header = try JPEGHeader(jpeg)
        let space = header.components == 1 ? "DeviceGray" : "DeviceRGB"
        object = objects.addPlainStream(
            """
            /Type/XObject/Subtype/Image/Width \(header.width)/Height \(header.height)/ColorSpace/\(space)\
            /BitsPerComponent 8/Filter/DCTDecode
            """, jpeg)
    }

    /// The name under which page contents draw it.
    var resource: String { "I\(object.number)" }
}
