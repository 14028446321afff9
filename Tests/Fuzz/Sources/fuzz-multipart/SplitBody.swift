/// A body as a reader takes it apart that has all of it in memory and knows one thing: parts stand between delimiters
/// (RFC 2046 §5.1.1). It refuses nothing; it is asked about what the parser took.
struct SplitBody {
    private let contents: [ArraySlice<UInt8>]

    /// nil when what stands between the delimiters is no part.
    init?(_ body: [UInt8], _ boundary: String) {
        var pieces = Self.split([0x0D, 0x0A] + body, at: Array("\r\n--\(boundary)".utf8))
        guard let last = pieces.popLast(), last.elementsEqual("--".utf8) || last.elementsEqual("--\r\n".utf8),
            let first = pieces.first, first.isEmpty || first.elementsEqual([0x0D, 0x0A])
        else { return nil }
        var contents: [ArraySlice<UInt8>] = []
        for piece in pieces.dropFirst() {
            guard piece.starts(with: [0x0D, 0x0A]),
                let gap = Self.find([0x0D, 0x0A, 0x0D, 0x0A], in: piece, from: piece.startIndex)
            else { return nil }
            contents.append(piece[(gap + 4)...])
        }
        self.contents = contents
    }

    func matches(_ parts: [Reading.Part]) -> Bool {
        contents.count == parts.count && zip(contents, parts).allSatisfy { $0.elementsEqual($1.bytes) }
    }

    private static func split(_ bytes: [UInt8], at mark: [UInt8]) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start = 0
        while let found = find(mark, in: bytes[...], from: start) {
            pieces.append(bytes[start..<found])
            start = found + mark.count
        }
        return pieces + [bytes[start...]]
    }

    private static func find(_ mark: [UInt8], in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        var index = start
        while index + mark.count <= bytes.endIndex {
            var matched = 0
            while matched < mark.count, bytes[index + matched] == mark[matched] { matched += 1 }
            if matched == mark.count { return index }
            index += 1
        }
        return nil
    }
}
