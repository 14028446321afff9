import EssaimHTTP
import Fuzzing

/// A body, how it is cut on its way, and what is taken of it.
struct FuzzedForm {
    private static let boundaries = ["AaB03x", "-", "----WebKitFormBoundary7MA4YWxk", "a:b", "'()+_,-./:=? x"]

    let boundary: String
    let limits: MultipartLimits
    let cuts: [UInt8]
    let body: [UInt8]

    init(_ reader: inout InputReader) {
        boundary = Self.boundaries[Int(reader.byte()) % Self.boundaries.count]
        let choice = reader.byte()
        limits =
            choice & 1 == 0
            ? MultipartLimits()
            : MultipartLimits(
                parts: 1 + Int(reader.byte() & 3), headerBytes: Int(reader.byte()), nameBytes: Int(reader.byte() & 31),
                filenameBytes: Int(reader.byte() & 31), fieldBytes: Int(reader.byte() & 63),
                fileBytes: Int(reader.byte()))
        cuts = reader.bytes(8)
        body = choice & 2 == 0 ? reader.remainder() : Self.spelled(reader.remainder(), boundary)
    }

    /// Bytes from 0x80 on stand for the words that bodies are made of: so a fuzzer comes upon bodies.
    private static func spelled(_ letters: [UInt8], _ boundary: String) -> [UInt8] {
        let words = words(boundary).map { Array($0.utf8) }
        var body: [UInt8] = []
        for letter in letters {
            if letter < 0x80 { body.append(letter) } else { body.append(contentsOf: words[Int(letter & 7)]) }
        }
        return body
    }

    private static func words(_ boundary: String) -> [String] {
        [
            "--\(boundary)", "\r\n--\(boundary)", "--\(boundary)\r\n", "\r\n", "\r\n\r\n", "\r\n\r\n--\(boundary)",
            "Content-Disposition: form-data; name=", "; filename=\"",
        ]
    }

    /// One feed and many give the same; what is taken is what a reader that has the whole body would find; what is refused
    /// stays refused.
    func check() {
        let whole = Reading(boundary, limits, [body])
        var decisions = InputReader(cuts + cuts + cuts)
        let cut = Reading(boundary, limits, decisions.pieces(of: body))
        require(whole.outcome == cut.outcome, "the cuts changed what was read")
        let single = body.count > 200 ? whole : Reading(boundary, limits, body.map { [$0] })
        require(whole.outcome == single.outcome, "byte by byte, something else was read")
        if case .read(let parts) = whole.outcome {
            require(SplitBody(body, boundary)?.matches(parts) == true, "another reader would see other parts")
            checkLimits(parts)
        }
    }

    private func checkLimits(_ parts: [Reading.Part]) {
        require(parts.count <= limits.parts, "too many parts")
        for part in parts {
            let most = part.part.filename == nil ? limits.fieldBytes : limits.fileBytes
            require(part.bytes.count <= most, "a part longer than its limit")
            require((1...max(1, limits.nameBytes)).contains(part.part.name.utf8.count), "a name of no such length")
            require((part.part.filename?.utf8.count ?? 0) <= limits.filenameBytes, "a file name too long")
        }
    }

    static var seeds: [[UInt8]] {
        let file = "content-disposition:form-data; name=\"photo\"; filename=\"a;\\\"b.jpg\"\r\nContent-Type: image/jpeg"
        let field = "Content-Disposition: form-data; name=texte"
        let text = Array("a".utf8)
        let words: [UInt8] =
            [0xFA, 0xFE] + text + [0xFC] + text + [0xF9, 0xFB, 0xFE] + text + [0xFF, 0x22, 0xFC, 0xF9, 0x2D, 0x2D]
        return boundaries.indices.flatMap { index -> [[UInt8]] in
            let line = "--\(boundaries[index])"
            let body = "\(line)\r\n\(field)\r\n\r\nLésion\r\n\(line)\r\n\(file)\r\n\r\n\r\n-\r\r\n-\r\n\(line)--\r\n"
            return [
                [UInt8(index), 0] + [3, 60, 1, 1, 9, 0, 2, 30] + Array(body.utf8),
                [UInt8(index), 1, 2, 200, 20, 20, 40, 40] + [3, 60, 1, 1, 9, 0, 2, 30] + Array(body.utf8),
                [UInt8(index), 2] + [1, 2, 3, 4, 5, 6, 7, 8] + words,
            ]
        }
    }
}
