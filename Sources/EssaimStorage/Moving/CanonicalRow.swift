import EssaimWorkflow

/// A row as bytes that depend on its values alone: each value its kind's tag, its length in eight bytes, its bytes.
///
/// | tag | kind | bytes |
/// |---|---|---|
/// | 0 | NULL | none |
/// | 1 | integer | eight, big end first |
/// | 2 | text | its UTF-8 |
/// | 3 | boolean | one, 0 or 1 |
/// | 4 | bytes | themselves |
enum CanonicalRow {
    static func append(_ row: [SQLValue], to bytes: inout [UInt8]) {
        for value in row {
            switch value {
            case .null: append(0, [], to: &bytes)
            case .integer(let number): append(1, eight(UInt64(bitPattern: number)), to: &bytes)
            case .text(let text): append(2, text.utf8, to: &bytes)
            case .boolean(let truth): append(3, [truth ? 1 : 0], to: &bytes)
            case .bytes(let own): append(4, own, to: &bytes)
            }
        }
    }

    static func bytes(_ row: [SQLValue]) -> [UInt8] {
        var bytes: [UInt8] = []
        append(row, to: &bytes)
        return bytes
    }

    static func values(_ bytes: [UInt8]) throws -> [SQLValue] {
        var values: [SQLValue] = []
        var rest = bytes[...]
        while let tag = rest.first {
            guard rest.count >= 9, let length = Int(exactly: number(rest.dropFirst().prefix(8))),
                rest.count - 9 >= length
            else { throw StoreFault.corrupt("a row's bytes end early") }
            let own = rest.dropFirst(9).prefix(length)
            switch (tag, length) {
            case (0, 0): values.append(.null)
            case (1, 8): values.append(.integer(Int64(bitPattern: number(own))))
            case (2, _): values.append(.text(String(decoding: own, as: UTF8.self)))
            case (3, 1): values.append(.boolean(own.first == 1))
            case (4, _): values.append(.bytes(Array(own)))
            default: throw StoreFault.corrupt("a row's bytes hold no value of kind \(tag)")
            }
            rest = rest.dropFirst(9 + length)
        }
        return values
    }

    private static func append(_ tag: UInt8, _ own: some Collection<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(tag)
        bytes.append(contentsOf: eight(UInt64(own.count)))
        bytes.append(contentsOf: own)
    }

    private static func eight(_ number: UInt64) -> [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    private static func number(_ bytes: some Collection<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
}
