import CLibPQ
import EssaimStorage

/// The answer to one statement, freed with its last user.
final class PostgresResult {
    private let result: OpaquePointer
    private let kinds: [Kind]

    /// How a column's text is read.
    private enum Kind {
        case text, integer, boolean, bytes
    }

    init(_ result: OpaquePointer) {
        self.result = result
        // Type numbers of `pg_type.dat`: fixed since the first PostgreSQL.
        kinds = (0..<PQnfields(result)).map { column in
            switch PQftype(result, column) {
            case 16: .boolean
            case 17: .bytes
            // int8, int2, int4, oid, numeric (a sum of int8).
            case 20, 21, 23, 26, 1700: .integer
            default: .text
            }
        }
    }

    deinit { PQclear(result) }

    var count: Int { Int(PQntuples(result)) }
    var columns: Int { kinds.count }

    /// Rows inserted, updated, deleted or selected.
    var affected: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

    /// `SELECT 3`, `COMMIT`, `ROLLBACK`…
    var tag: String { String(cString: PQcmdStatus(result)) }

    func value(_ row: Int, _ column: Int) -> SQLValue {
        let (row, at) = (Int32(row), Int32(column))
        guard PQgetisnull(result, row, at) == 0, let start = PQgetvalue(result, row, at) else { return .null }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, at)))
        switch kinds[column] {
        case .text: return .text(String(decoding: bytes, as: UTF8.self))
        case .boolean: return .boolean(bytes.first == UInt8(ascii: "t"))
        case .bytes: return .bytes(Self.unhex(bytes))
        case .integer:
            let text = String(decoding: bytes, as: UTF8.self)
            return Int64(text).map { .integer($0) } ?? .text(text)
        }
    }

    func text(_ row: Int, _ column: Int) -> String? {
        if case .text(let text) = value(row, column) { text } else { nil }
    }

    /// `\x` and two digits a byte, as `bytea_output = hex` writes it.
    private static func unhex(_ digits: UnsafeRawBufferPointer) -> [UInt8] {
        func nibble(_ digit: UInt8) -> UInt8 { digit <= 0x39 ? digit - 0x30 : (digit | 0x20) - 0x57 }
        return [UInt8](unsafeUninitializedCapacity: max(0, digits.count / 2 - 1)) { bytes, count in
            var at = 2
            while at + 1 < digits.count {
                bytes[count] = nibble(digits[at]) << 4 | nibble(digits[at + 1])
                count += 1
                at += 2
            }
        }
    }
}

struct PostgresRow: SQLRow {
    let result: PostgresResult
    let row: Int

    func value(_ column: Int) -> SQLValue { result.value(row, column) }
}
