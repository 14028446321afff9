import CZlib

extension PDFFile {
    /// Where the table has each object, and where the trailer begins.
    static func table(_ bytes: [UInt8]) -> (offsets: [Int], trailer: Int)? {
        guard bytes.starts(with: "%PDF-1.4\n".utf8) else { return nil }
        let tail = String(decoding: bytes.suffix(64), as: UTF8.self).split(separator: "\n")
        guard tail.count >= 3, tail.last == "%%EOF", tail[tail.count - 3] == "startxref",
            let start = Int(tail[tail.count - 2]),
            start < bytes.count, bytes.last == 0x0A
        else { return nil }
        var scanner = PDFScanner(bytes, at: start)
        guard case .word("xref")? = scanner.value(), scanner.value()?.number == 0, let count = scanner.value()?.number,
            count > 3, start + 20 * count < bytes.count
        else { return nil }
        scanner.place += 1
        var offsets: [Int] = []
        for entry in 0..<count {
            let line = bytes[(scanner.place + 20 * entry)..<(scanner.place + 20 * entry + 20)]
            let text = String(decoding: line, as: UTF8.self)
            if entry == 0 { guard text == "0000000000 65535 f \n" else { return nil } }
            guard let offset = Int(text.prefix(10)), entry == 0 || text.hasSuffix(" 00000 n \n") else { return nil }
            if entry > 0 { offsets.append(offset) }
        }
        scanner.place += 20 * count
        guard case .word("trailer")? = scanner.value() else { return nil }
        return (offsets, scanner.place)
    }

    /// The objects by their number.
    static func objects(_ bytes: [UInt8], _ table: (offsets: [Int], trailer: Int)) -> [Int: Body]? {
        var objects: [Int: Body] = [:]
        var ends: [Int: Int] = [:]
        for (index, offset) in table.offsets.enumerated() {
            var scanner = PDFScanner(bytes, at: offset)
            guard offset < table.trailer, scanner.starts(with: "\(index + 1) 0 obj\n") else { return nil }
            scanner.place += "\(index + 1) 0 obj\n".utf8.count
            guard let value = scanner.value(), value.isArchival else { return nil }
            var body = Body(value: value)
            if scanner.starts(with: "\nstream\n") {
                let start = scanner.place + 8
                guard let length = value["Length"]?.number, length >= 0, start + length < bytes.count else {
                    return nil
                }
                scanner.place = start + length
                guard scanner.starts(with: "\nendstream") else { return nil }
                scanner.place += 10
                guard let stream = content(Array(bytes[start..<(start + length)]), value) else { return nil }
                body.stream = stream
            }
            guard scanner.starts(with: "\nendobj\n") else { return nil }
            ends[offset] = scanner.place + 8
            objects[index + 1] = body
        }
        // Between two objects stands nothing.
        let starts = table.offsets.sorted()
        guard zip(starts, starts.dropFirst()).allSatisfy({ ends[$0] == $1 }) else { return nil }
        return objects
    }

    private static func content(_ stream: [UInt8], _ entries: PDFValue) -> [UInt8]? {
        guard case .name("FlateDecode")? = entries["Filter"] else { return entries["Filter"] == nil ? stream : nil }
        var target = [UInt8](repeating: 0, count: 1 << 20)
        var length = uLong(target.count)
        guard uncompress(&target, &length, stream, uLong(stream.count)) == Z_OK else { return nil }
        target.removeLast(target.count - Int(length))
        if let plain = entries["Length1"]?.number, plain != target.count { return nil }
        return target
    }
}
