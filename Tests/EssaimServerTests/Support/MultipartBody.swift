/// A form with a file, as a browser sends it (RFC 7578).
struct MultipartBody {
    static let boundary = "----essai-7f3a21"
    let bytes: [UInt8]
    let contentType = "multipart/form-data; boundary=\(boundary)"

    init(_ fields: [(name: String, value: String)], file: String, named name: String, _ content: [UInt8]) {
        var bytes: [UInt8] = []
        for field in fields {
            bytes += Array(
                "--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"\(field.name)\"\r\n\r\n\(field.value)\r\n"
                    .utf8)
        }
        bytes += Array(
            """
            --\(Self.boundary)\r
            Content-Disposition: form-data; name="\(file)"; filename="\(name)"\r
            Content-Type: application/octet-stream\r
            \r\n
            """.utf8)
        self.bytes = bytes + content + Array("\r\n--\(Self.boundary)--\r\n".utf8)
    }
}
