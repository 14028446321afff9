import EssaimFormats

/// A DICOM image, written again by dcmtk, with a picture of it in the window that the file asks for.
struct DICOMDeveloper {
    private let bytes: [UInt8]

    static let programs = ["/usr/bin/dcmdump", "/usr/bin/dcmconv", "/usr/bin/dcmj2pnm"]

    /// The 128 bytes before the mark mean nothing in DICOM, and something to others (PS3.10 §7.1): they are made zero.
    init(bytes: [UInt8]) {
        self.bytes = [UInt8](repeating: 0, count: min(128, bytes.count)) + bytes.dropFirst(128)
    }

    func develop() throws(MediaFault) {
        let header = try header()
        guard header.frames <= 1 else { throw .severalPictures(.dicom) }
        guard header.columns > 0, header.rows > 0 else { throw .damaged(.dicom, reason: "no picture") }
        try ImageLimits.standard.check(header.columns, header.rows)

        let converter = Program(path: Self.programs[1], limit: ImageLimits.standard.bytes)
        guard case .finished(var clean) = try converter.run(["-q", "-", "-"], bytes), clean.count > 132 else {
            throw .damaged(.dicom, reason: "dcmconv does not read it")
        }
        clean.replaceSubrange(0..<128, with: [UInt8](repeating: 0, count: 128))
        let thumbnail = try picture(of: clean, header, side: 400, quality: 75)
        let screen = try picture(of: clean, header, side: 1600, quality: 85)

        thumbnail.write(as: .thumbnail, page: 1)
        screen.write(as: .screen, page: 1)
        Output.write(.section(.full, page: 1, .dicom, width: header.columns, height: header.rows), clean)
        Output.write(
            .developed(
                .dicom, width: header.columns, height: header.rows, pages: 1, capturedAt: header.takenAt?.text))
    }

    private func header() throws(MediaFault) -> DICOMHeader {
        let arguments = ["-q", "+E", "-s"] + DICOMHeader.tags.flatMap { ["+P", $0] } + ["-"]
        guard case .finished(let output) = try Program(path: Self.programs[0], limit: 1 << 20).run(arguments, bytes)
        else { throw .damaged(.dicom, reason: "dcmdump does not read it") }
        return DICOMHeader(String(decoding: output, as: UTF8.self))
    }

    /// Grey in the file's own window; from the darkest to the brightest when it has none.
    private func picture(
        of clean: [UInt8], _ header: DICOMHeader, side: Int, quality: Int
    ) throws(MediaFault) -> JPEGPage {
        var arguments = ["-q", "+oj", "+Jq", "\(quality)"]
        if header.isGrey { arguments += header.hasWindow ? ["+Wi", "1"] : ["+Wm"] }
        if max(header.columns, header.rows) > side {
            arguments += header.columns >= header.rows ? ["+Sxv", "\(side)"] : ["+Syv", "\(side)"]
        }
        guard case .finished(let output) = try Program(path: Self.programs[2]).run(arguments + ["-"], clean) else {
            throw .damaged(.dicom, reason: "dcmj2pnm does not draw it")
        }
        return try JPEGPage(output)
    }
}
