import Fuzzing

@testable import EssaimIdentity

/// What holds for any bytes that are read as CBOR.
enum ValueCheck {
    static func value(_ bytes: [UInt8]) {
        var reader = CBORReader(bytes)
        guard let first = try? reader.value() else {
            require((try? CBOR(bytes)) == nil, "all of it is a value, and its beginning is none")
            return
        }
        let read = Array(bytes.dropLast(reader.rest.count))
        require(Array(bytes.suffix(reader.rest.count)) == Array(reader.rest), "another rest")
        require((try? CBOR(read)) == first, "the value alone is read otherwise")
        require(((try? CBOR(bytes)) != nil) == reader.rest.isEmpty, "bytes after the value")
        let written = CanonicalCBOR.bytes(first)
        // Maps may come in another order of keys; every other value has one spelling.
        require(written.count == read.count && written.sorted() == read.sorted(), "a value has two spellings")
        if !hasMap(first) { require(written == read, "a value without maps has two spellings") }
        require((try? CBOR(written)) == first, "its own spelling is read otherwise")
        require(CanonicalCBOR.depth(first) <= CBOR.deepest, "too deep")
        for end in [read.count - 1, read.count / 2, 0] where end < read.count {
            require((try? CBOR(read[..<end])) == nil, "half a value is a value")
        }
        if let number = first.integer { require(CBOR.key(number) == first, "an integer that is another") }
    }

    private static func hasMap(_ value: CBOR) -> Bool {
        switch value {
        case .map: true
        case .array(let values): values.contains(where: hasMap)
        default: false
        }
    }
}
