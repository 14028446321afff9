import EssaimGate

/// Reads `application/x-www-form-urlencoded` (URL standard §5.1), strictly: bytes in, decoded fields out, nothing
/// repaired. Empty pieces between two `&` are skipped and a piece without `=` is a name with an empty value, as in the
/// standard.
public enum FormURLEncoded {
    /// How much is read. Counted before decoding.
    public struct Limits: Sendable {
        public var bytes: Int
        public var fields: Int

        public init(bytes: Int = 1 << 20, fields: Int = 500) {
            self.bytes = bytes
            self.fields = fields
        }
    }

    /// The fields of a body. Time and memory are linear in its length.
    public static func parse(_ body: [UInt8], limits: Limits = Limits()) throws(FormFault) -> FormFields {
        guard body.count <= limits.bytes else { throw .tooLarge(limit: limits.bytes) }
        var fields = FormFields()
        var start = body.startIndex
        while start < body.endIndex {
            let end = body[start...].firstIndex(of: UInt8(ascii: "&")) ?? body.endIndex
            if end > start {
                guard fields.count < limits.fields else { throw .tooManyFields(limit: limits.fields) }
                let equals = body[start..<end].firstIndex(of: UInt8(ascii: "="))
                let name = try PercentDecoding.formText(body[start..<(equals ?? end)], base: start)
                let valueStart = equals.map { $0 + 1 } ?? end
                let value = try PercentDecoding.formText(body[valueStart..<end], base: valueStart)
                fields.append(name, value)
            }
            start = end + 1
        }
        return fields
    }
}
