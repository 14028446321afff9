/// The header of one part, line by line (RFC 7578 §4). A value: lines in, a part out.
struct MultipartHeader {
    private var disposition: HeaderParameters?
    private var contentType: String?

    /// Takes one line without its CRLF. A folded line, a control character, a name written twice are refused; a header
    /// we do not know is read for its grammar and left aside (RFC 7578 §4.8).
    mutating func add(_ line: ArraySlice<UInt8>) throws(MultipartFault) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
            line[..<colon].allSatisfy(HeaderParameters.isToken),
            !line.contains(where: { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F })
        else { throw .badHeader }
        let value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
        switch String(decoding: line[..<colon], as: UTF8.self).lowercased() {
        case "content-disposition":
            guard disposition == nil, let parsed = HeaderParameters(value) else { throw .badHeader }
            disposition = parsed
        case "content-type":
            guard contentType == nil, let text = String(validating: value, as: UTF8.self) else { throw .badHeader }
            contentType = text
        case "content-transfer-encoding":
            let encoding = String(decoding: value, as: UTF8.self).lowercased()
            guard ["binary", "8bit", "7bit"].contains(encoding) else { throw .badHeader }
        default:
            break
        }
    }

    /// The part, once the empty line has come. `filename*` without `filename` is refused (RFC 7578 §4.2 forbids it):
    /// taken for a text field, a file would escape the checks on files.
    func part(limits: MultipartLimits) throws(MultipartFault) -> MultipartPart {
        guard let disposition, disposition.value == "form-data", let name = disposition["name"], !name.isEmpty else {
            throw .badHeader
        }
        let filename = disposition["filename"]
        guard filename != nil || disposition["filename*"] == nil else { throw .badHeader }
        guard name.utf8.count <= limits.nameBytes else { throw .nameTooLong(limit: limits.nameBytes) }
        guard (filename?.utf8.count ?? 0) <= limits.filenameBytes else {
            throw .nameTooLong(limit: limits.filenameBytes)
        }
        return MultipartPart(name: name, filename: filename, contentType: contentType)
    }
}
