/// Reads a text line by line, as bytes: no line ending but the line feed, and every line has one.
struct LineReader {
    /// What has not been read yet.
    private(set) var rest: ArraySlice<UInt8>

    /// A reader at the start of the bytes.
    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    /// Whether everything has been read.
    var isAtEnd: Bool { rest.isEmpty }

    /// The next line without its line feed; throws ``NoteFault/cutShort`` if there is none.
    mutating func line() throws(NoteFault) -> ArraySlice<UInt8> {
        guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { throw .cutShort }
        defer { rest = rest[(end + 1)...] }
        return rest[..<end]
    }

    /// What stands after `keyword` and a space on the next line; throws ``NoteFault/keyword`` for another line.
    mutating func value(of keyword: String) throws(NoteFault) -> ArraySlice<UInt8> {
        let line = try line()
        guard let value = line.dropping("\(keyword) ") else { throw .keyword }
        return value
    }

    /// The number after `keyword` and a space on the next line.
    mutating func number(_ keyword: String) throws(NoteFault) -> Int {
        guard let number = CanonicalDecimal.number(try value(of: keyword)) else { throw .number }
        return number
    }

    /// The hashes up to an empty line, one a line, which is read too; at most 63.
    mutating func proof() throws(NoteFault) -> [MerkleHash] {
        var hashes: [MerkleHash] = []
        while case let line = try line(), !line.isEmpty {
            guard hashes.count < TreeSize.longestProof else { throw .tooManyHashes }
            guard let hash = MerkleHash(base64: line) else { throw .hash }
            hashes.append(hash)
        }
        return hashes
    }
}

extension ArraySlice<UInt8> {
    /// What follows a prefix; nil if the bytes do not begin so.
    func dropping(_ prefix: String) -> ArraySlice<UInt8>? {
        starts(with: prefix.utf8) ? dropFirst(prefix.utf8.count) : nil
    }
}
