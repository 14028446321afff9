import EssaimHTTP
import Testing

@Suite struct `Multipart bodies written badly` {
    @Test(arguments: [
        "", "multipart/form-data", "multipart/mixed; boundary=a", "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=\"a ",
        "multipart/form-data; boundary=\"a \"", "multipart/form-data; boundary=a; boundary=b",
        "multipart/form-data; boundary=\"a\rb\"", "multipart/form-data; boundary=é",
        "multipart/form-data; boundary=a@b",
        "multipart/form-data; boundary=" + String(repeating: "a", count: 71), "multipart/form-data, boundary=a",
    ])
    func `a content type without a good boundary is refused`(_ type: String) {
        #expect(throws: MultipartFault.badContentType) { try MultipartParser(contentType: type) }
    }

    @Test(arguments: [
        "multipart/form-data; boundary=AaB03x", "Multipart/Form-Data;boundary=\"AaB03x\"",
        "multipart/form-data; charset=utf-8; Boundary=AaB03x", "multipart/form-data ; boundary=AaB03x ;",
    ])
    func `a boundary may be quoted and stand among other parameters`(_ type: String) throws {
        var parser = try MultipartParser(contentType: type)
        _ = try parser.feed(Array(sampleBody.utf8))
        try parser.finish()
    }

    @Test(arguments: [
        ("preamble\r\n" + sampleBody, MultipartFault.badBoundary),
        (sampleBody + "epilogue", .badBoundary),
        (sampleBody + "\r\n", .badBoundary),
        // Where another reader would see a boundary, or none.
        ("\r\n\r\n" + sampleBody, .badBoundary),
        (multipartBody((textField, "--AaB03x")), .badBoundary),
        (multipartBody((textField, "--AaB03x--\r\nmore")), .badBoundary),
        (multipartBody((textField + "\r\n--AaB03x: a header", "a")), .badHeader),
        ("--AaB03xY\r\n\(textField)\r\n\r\na\r\n--AaB03x--", .badBoundary),
        ("--AaB03x \r\n\(textField)\r\n\r\na\r\n--AaB03x--", .badBoundary),
        ("--AaB03x\n\(textField)\n\na\n--AaB03x--", .badBoundary),
        ("--AaB03x\r\n\(textField)\r\n\r\na\r\n--AaB03xy", .badBoundary),
        ("--AaB03x\r\n\(textField)\r\n\r\na\r\n--AaB03x-\r\n", .badBoundary),
        ("--AaB03x\r\n\(textField)\n\r\na\r\n--AaB03x--", .badHeader),
        (multipartBody((textField + "\r\n " + "folded", "a")), .badHeader),
        (multipartBody((textField + "\r\nno colon", "a")), .badHeader),
        (multipartBody((textField + "\r\n: empty name", "a")), .badHeader),
        (multipartBody((textField + "\r\nX-Y : space before the colon", "a")), .badHeader),
        (multipartBody((textField + "\r\nX-Y: bare\rreturn", "a")), .badHeader),
        (multipartBody((textField + "\r\nX-Y: \u{0}", "a")), .badHeader),
        (multipartBody((textField + "\r\n" + textField, "a")), .badHeader),
        (multipartBody(("Content-Type: text/plain", "a")), .badHeader),
        (multipartBody(("Content-Disposition: attachment; name=\"a\"", "a")), .badHeader),
        (multipartBody(("Content-Disposition: form-data", "a")), .badHeader),
        (multipartBody(("Content-Disposition: form-data; name=\"\"", "a")), .badHeader),
        (multipartBody(("Content-Disposition: form-data; name=\"a", "a")), .badHeader),
        (multipartBody(("Content-Disposition: form-data; name=\"a\"x", "a")), .badHeader),
        (multipartBody(("Content-Disposition: form-data; name=\"a\"; name=\"b\"", "a")), .badHeader),
        (
            multipartBody(("Content-Disposition: form-data; name=\"a\"; filename=\"x\"; FILENAME=\"y\"", "a")),
            .badHeader
        ),
        (multipartBody(("Content-Disposition: form-data; name=\"a\"; filename*=UTF-8''x.jpg", "a")), .badHeader),
        (multipartBody((textField + "\r\nContent-Type: text/plain\r\nContent-Type: image/png", "a")), .badHeader),
        (multipartBody((textField + "\r\nContent-Transfer-Encoding: base64", "YQ==")), .badHeader),
    ])
    func `a body written badly is refused`(_ text: String, _ fault: MultipartFault) {
        #expect(throws: fault) { try readMultipart(text) }
    }

    @Test func `a name which is not UTF-8 is refused`() {
        let bytes = Array("--AaB03x\r\nContent-Disposition: form-data; name=\"".utf8) + [0xC0, 0xAF]
        #expect(throws: MultipartFault.badHeader) {
            try readMultipart([bytes + Array("\"\r\n\r\na\r\n--AaB03x--".utf8)[...]])
        }
    }

    @Test(arguments: ["-", "--", "--AaB03", "--AaB03y", "-\r\n--AaB03", " --AaB03x", "\r\n"])
    func `content that is almost a boundary is content`(_ content: String) throws {
        #expect(try readMultipart(multipartBody((textField, content))).map { $0.bytes } == [Array(content.utf8)])
    }

    @Test func `a Windows path keeps its backslashes`() throws {
        let text = multipartBody(("Content-Disposition: form-data; name=\"p\"; filename=\"C:\\Photos\\a.jpg\"", ""))
        #expect(try readMultipart(text).first?.part.filename == "C:\\Photos\\a.jpg")
    }

    @Test func `a file name given in both forms is read from the plain one`() throws {
        let text = multipartBody(("Content-Disposition: form-data; name=p; filename=a.jpg; filename*=UTF-8''b.exe", ""))
        #expect(try readMultipart(text).first?.part.filename == "a.jpg")
    }

    @Test func `each limit is kept to the byte`() throws {
        let limits = MultipartLimits(
            parts: 2, headerBytes: 90, nameBytes: 5, filenameBytes: 5, fieldBytes: 3, fileBytes: 6)
        let file = "Content-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\""
        #expect(try readMultipart(multipartBody((textField, "abc"), (file, "abcdef")), limits).count == 2)
        #expect(throws: MultipartFault.tooManyParts(limit: 2)) {
            try readMultipart(multipartBody((textField, ""), (textField, ""), (textField, "")), limits)
        }
        #expect(throws: MultipartFault.partTooLarge(name: "texte", isFile: false, limit: 3)) {
            try readMultipart(multipartBody((textField, "abcd")), limits)
        }
        #expect(throws: MultipartFault.partTooLarge(name: "photo", isFile: true, limit: 6)) {
            try readMultipart(multipartBody((file, "abcdefg")), limits)
        }
        #expect(throws: MultipartFault.nameTooLong(limit: 5)) {
            try readMultipart(multipartBody(("Content-Disposition: form-data; name=\"textes\"", "")), limits)
        }
        #expect(throws: MultipartFault.nameTooLong(limit: 5)) {
            try readMultipart(
                multipartBody(("Content-Disposition: form-data; name=\"p\"; filename=\"ab.jpg\"", "")), limits)
        }
        #expect(throws: MultipartFault.headerTooLarge(limit: 90)) {
            try readMultipart(multipartBody((textField + "\r\nX: " + String(repeating: "x", count: 50), "")), limits)
        }
        #expect(
            MultipartFault.partTooLarge(name: "photo", isFile: true, limit: 25_000_000).message
                == "Le fichier dépasse 25\u{A0}Mo. Réduisez-le, ou envoyez la demande sans lui.")
    }

    @Test func `a parser that has refused takes nothing more`() throws {
        var parser = try MultipartParser(contentType: "multipart/form-data; boundary=AaB03x")
        #expect(throws: MultipartFault.badBoundary) { try parser.feed(Array("x".utf8)) }
        #expect(throws: MultipartFault.badBoundary) { try parser.feed(Array(sampleBody.utf8)) }
        #expect(throws: MultipartFault.badBoundary) { try parser.finish() }
    }
}
