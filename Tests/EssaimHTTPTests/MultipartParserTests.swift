import EssaimHTTP
import Testing

@Suite struct `Multipart bodies` {
    @Test func `a form with a text, a photo and an empty file field is read`() throws {
        let parts = try readMultipart(sampleBody)
        #expect(
            parts.map(\.part) == [
                MultipartPart(name: "texte"),
                MultipartPart(name: "photo", filename: "a;\"b.jpg", contentType: "image/jpeg"),
                MultipartPart(name: "vide", filename: "", contentType: "application/octet-stream"),
            ])
        #expect(
            parts.map { String(decoding: $0.bytes, as: UTF8.self) } == [
                "Lésion pigmentée", "\u{1}\r\n--AaB03\r\r\n-\r", "",
            ])
        #expect(parts.allSatisfy { $0.ended })
    }

    @Test func `a form without any part is read, with or without its last line end`() throws {
        #expect(try readMultipart("--AaB03x--\r\n").isEmpty)
        #expect(try readMultipart("--AaB03x--").isEmpty)
        #expect(try readMultipart("\r\n--AaB03x--").isEmpty)
    }

    @Test func `a body cut anywhere gives the same parts`() throws {
        let bytes = Array(sampleBody.utf8)
        let whole = try readMultipart([bytes[...]])
        for cut in 0...bytes.count {
            #expect(try readMultipart([bytes[..<cut], bytes[cut...]]) == whole, "cut at \(cut)")
        }
        #expect(try readMultipart(bytes.indices.map { bytes[$0...$0] }) == whole)
    }

    @Test func `a body that stops early is never taken for whole`() {
        let bytes = Array(sampleBody.utf8)
        // The closing boundary is complete two bytes before the end; half a line end after it is not an end.
        for cut in 0..<bytes.count where cut != bytes.count - 2 {
            #expect(throws: MultipartFault.truncated, "cut at \(cut)") { try readMultipart([bytes[..<cut]]) }
        }
    }

    @Test func `a photo of any bytes passes through unchanged`() throws {
        var random = SeededGenerator(4)
        for _ in 0..<300 {
            let photo = random.bytes(upTo: 400, from: Array("\r\n-AaB03x".utf8))
            guard !photo.contains(Array("\r\n--AaB03x".utf8)) else { continue }
            let start = Array("--AaB03x\r\n\(textField)\r\n\r\n".utf8)
            let bytes = start + photo + Array("\r\n--AaB03x--\r\n".utf8)
            #expect(try readMultipart(random.pieces(of: bytes)).first?.bytes == photo)
        }
    }

    @Test func `twenty thousand mutated bodies get the same verdict whole and in pieces`() {
        var random = SeededGenerator(5)
        let short = multipartBody(
            ("Content-Disposition:form-data;name=a;filename=\"b\"", "\r\n--AaB03\r\r\n-"),
            ("Content-Disposition:form-data;name=c", ""))
        let original = Array(short.utf8)
        var read = 0
        for _ in 0..<20_000 {
            let bytes = random.mutation(of: original)
            let whole = Self.verdict([bytes[...]])
            if whole.fault == nil { read += 1 }
            if Self.verdict(random.pieces(of: bytes)) != whole { Issue.record("pieces differ: \(bytes)") }
        }
        #expect(read > 500 && read < 18_000)
    }

    private struct Verdict: Equatable {
        var parts: [MultipartPart] = []
        var bytes: [UInt8] = []
        var fault: MultipartFault?
    }

    private static func verdict(_ pieces: [ArraySlice<UInt8>]) -> Verdict {
        var verdict = Verdict()
        do throws(MultipartFault) {
            var parser = try MultipartParser(contentType: "multipart/form-data; boundary=AaB03x")
            for piece in pieces {
                for event in try parser.feed(piece) {
                    if case .begin(let part) = event { verdict.parts.append(part) }
                    if case .data(let bytes) = event { verdict.bytes += bytes }
                }
            }
            try parser.finish()
        } catch {
            // Events before a fault depend on where the chunk ended: only the fault itself is compared.
            return Verdict(fault: error)
        }
        return verdict
    }
}

extension SeededGenerator {
    /// The bytes in pieces cut at random.
    fileprivate mutating func pieces(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + Int.random(in: 1...60, using: &self))
            pieces.append(bytes[start..<end])
            start = end
        }
        return pieces
    }
}
