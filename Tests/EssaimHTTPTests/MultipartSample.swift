import EssaimHTTP
import Testing

/// A part put back together from its events.
struct WholePart: Equatable, CustomStringConvertible {
    var part: MultipartPart
    var bytes: [UInt8] = []
    var ended = false

    var description: String { "\(part) \(String(decoding: bytes, as: UTF8.self)) \(ended)" }
}

/// Reads the pieces and asserts that events come in their order: begin, data…, end, and finished last.
func readMultipart(_ pieces: [ArraySlice<UInt8>], _ limits: MultipartLimits = MultipartLimits()) throws -> [WholePart] {
    var parser = try MultipartParser(contentType: "multipart/form-data; boundary=AaB03x", limits: limits)
    var parts: [WholePart] = []
    var finished = false
    for piece in pieces {
        for event in try parser.feed(piece) {
            #expect(!finished)
            switch event {
            case .begin(let part):
                #expect(parts.last?.ended ?? true)
                parts.append(WholePart(part: part))
            case .data(let bytes):
                #expect(!bytes.isEmpty && parts.last?.ended == false)
                parts[parts.count - 1].bytes += bytes
            case .end:
                #expect(parts.last?.ended == false)
                parts[parts.count - 1].ended = true
            case .finished:
                #expect(parts.last?.ended ?? true)
                finished = true
            }
        }
    }
    try parser.finish()
    #expect(finished)
    return parts
}

func readMultipart(_ text: String, _ limits: MultipartLimits = MultipartLimits()) throws -> [WholePart] {
    try readMultipart([Array(text.utf8)[...]], limits)
}

func multipartBody(_ parts: (String, String)...) -> String {
    parts.map { "--AaB03x\r\n\($0)\r\n\r\n\($1)\r\n" }.joined() + "--AaB03x--\r\n"
}

let textField = "Content-Disposition: form-data; name=\"texte\""

let sampleBody =
    multipartBody(
        (textField, "Lésion pigmentée"),
        (
            "content-disposition:form-data; name=\"photo\"; filename=\"a;\\\"b.jpg\"\r\nContent-Type: image/jpeg",
            "\u{1}\r\n--AaB03\r\r\n-\r"
        ),
        ("Content-Disposition: form-data; name=\"vide\"; filename=\"\"\r\nContent-Type: application/octet-stream", ""))
