/// The photographs inside a PDF that cairo wrote: their bytes are those of the camera, with its tags. The tags are made
/// blank in place, so that no offset moves.
public enum PDFPictures {
    public static func blanked(_ pdf: [UInt8]) -> [UInt8] {
        var pdf = pdf
        let mark = Array("stream\n".utf8)
        var index = 0
        while index + mark.count + 12 < pdf.count {
            guard pdf[index] == mark[0], pdf[index..<index + mark.count].elementsEqual(mark) else {
                index += 1
                continue
            }
            index += mark.count
            if pdf[index] == 0xFF, pdf[index + 1] == 0xD8, pdf[index + 2] == 0xFF {
                blankJPEG(&pdf, from: index + 2)
            } else if pdf[index + 4..<index + 8].elementsEqual("jP  ".utf8) {
                blankJPEG2000(&pdf, from: index)
            }
        }
        return pdf
    }

    /// Payloads of APPn and COM up to the first scan, but for those that show: JFIF, ICC, Adobe.
    private static func blankJPEG(_ pdf: inout [UInt8], from start: Int) {
        var index = start
        while index + 4 <= pdf.count, pdf[index] == 0xFF, pdf[index + 1] != 0xDA, pdf[index + 1] != 0xD9 {
            let marker = pdf[index + 1]
            let length = Int(pdf[index + 2]) << 8 | Int(pdf[index + 3])
            guard length >= 2, index + 2 + length <= pdf.count else { return }
            let payload = index + 4..<index + 2 + length
            if (0xE0...0xEF).contains(marker) || marker == 0xFE, !isShown(pdf[payload], marker) {
                for position in payload { pdf[position] = 0 }
            }
            index += 2 + length
        }
    }

    private static func isShown(_ payload: ArraySlice<UInt8>, _ marker: UInt8) -> Bool {
        switch marker {
        case 0xE0: payload.starts(with: "JFIF\0".utf8) && payload.count == 14
        case 0xE2: payload.starts(with: "ICC_PROFILE\0".utf8)
        case 0xEE: payload.starts(with: "Adobe".utf8) && payload.count == 12
        default: false
        }
    }

    /// Boxes of XML and of others' data (ISO 15444-1 Annex I).
    private static func blankJPEG2000(_ pdf: inout [UInt8], from start: Int) {
        var index = start
        while index + 8 <= pdf.count {
            let length = pdf[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
            guard length >= 8, index + length <= pdf.count else { return }
            let type = String(decoding: pdf[index + 4..<index + 8], as: UTF8.self)
            if ["xml ", "uuid", "uinf"].contains(type) {
                for position in index + 8..<index + length { pdf[position] = 0 }
            }
            guard type != "jp2c" else { return }
            index += length
        }
    }
}
