import EssaimFormats

/// A picture that another program drew, walked and stripped.
struct JPEGPage {
    let bytes: [UInt8]
    let width: Int
    let height: Int

    init(_ drawn: [UInt8]) throws(MediaFault) {
        bytes = try MetadataStripper.strip(drawn)
        let header = try ImageSniffer.inspect(bytes, filename: nil)
        guard header.kind == .jpeg else { throw .damaged(header.kind, reason: "drawn as something else") }
        width = header.width
        height = header.height
    }

    func write(as part: DarkroomFrame.Part, page: Int) {
        Output.write(.section(part, page: page, .jpeg, width: width, height: height), bytes)
    }
}
