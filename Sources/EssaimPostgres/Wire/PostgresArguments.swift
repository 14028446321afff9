import EssaimStorage
import EssaimWorkflow

/// Values as libpq takes them: text, each ended by a NUL, in one buffer; bytes as they are.
struct PostgresArguments {
    private var buffer: [CChar] = []
    /// Where each value starts in the buffer; nil for NULL.
    private var starts: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    private static let text: Int32 = 0
    private static let binary: Int32 = 1

    /// - Throws: `StoreFault.failed` for a text that holds a NUL: it would end there in silence.
    init(_ values: [SQLValue]) throws {
        starts.reserveCapacity(values.count)
        for value in values {
            switch value {
            case .null:
                starts.append(nil)
                lengths.append(0)
                formats.append(Self.text)
            case .integer(let number): add(String(number).utf8, Self.text)
            case .boolean(let truth): add((truth ? "t" : "f").utf8, Self.text)
            case .bytes(let bytes): add(bytes, Self.binary)
            case .text(let text):
                if text.utf8.contains(0) { throw StoreFault.failed("a text holds a NUL") }
                add(text.utf8, Self.text)
            }
        }
    }

    private mutating func add(_ bytes: some Collection<UInt8>, _ format: Int32) {
        starts.append(buffer.count)
        lengths.append(Int32(bytes.count))
        formats.append(format)
        buffer.append(contentsOf: bytes.lazy.map { CChar(bitPattern: $0) })
        buffer.append(0)
    }

    /// Hands over the count, the values, their lengths and formats; all are gone when `body` returns.
    func withPointers<T>(
        _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> T
    ) -> T {
        buffer.withUnsafeBufferPointer { bytes in
            let values = starts.map { start in
                start.flatMap { start in bytes.baseAddress.map { $0 + start } }
            }
            return values.withUnsafeBufferPointer { values in
                lengths.withUnsafeBufferPointer { lengths in
                    formats.withUnsafeBufferPointer { formats in
                        body(Int32(values.count), values.baseAddress, lengths.baseAddress, formats.baseAddress)
                    }
                }
            }
        }
    }
}
