import EssaimDomain
import EssaimWorkflow

/// Reads a row from left to right, in the order of the SELECT's list.
struct Columns {
    private let row: any SQLRow
    private var next = 0

    init(_ row: any SQLRow) { self.row = row }

    private mutating func value() -> SQLValue {
        defer { next += 1 }
        return row.value(next)
    }

    mutating func optionalText() throws -> String? {
        switch value() {
        case .null: nil
        case .text(let text): text
        default: throw StoreFault.corrupt("column \(next - 1) is no text")
        }
    }

    mutating func text() throws -> String {
        guard let text = try optionalText() else { throw StoreFault.corrupt("column \(next - 1) is null") }
        return text
    }

    mutating func optionalInteger() throws -> Int64? {
        switch value() {
        case .null: nil
        case .integer(let number): number
        default: throw StoreFault.corrupt("column \(next - 1) is no integer")
        }
    }

    mutating func integer() throws -> Int {
        guard let number = try optionalInteger() else { throw StoreFault.corrupt("column \(next - 1) is null") }
        return Int(number)
    }

    mutating func boolean() throws -> Bool {
        switch value() {
        case .boolean(let truth): truth
        case .integer(let number): number != 0
        default: throw StoreFault.corrupt("column \(next - 1) is no boolean")
        }
    }

    mutating func optionalBytes() throws -> [UInt8]? {
        switch value() {
        case .null: nil
        case .bytes(let bytes): bytes
        default: throw StoreFault.corrupt("column \(next - 1) holds no bytes")
        }
    }

    mutating func bytes() throws -> [UInt8] {
        guard let bytes = try optionalBytes() else { throw StoreFault.corrupt("column \(next - 1) is null") }
        return bytes
    }

    mutating func instant() throws -> Instant { Instant(milliseconds: Int64(try integer())) }
    mutating func optionalInstant() throws -> Instant? { try optionalInteger().map(Instant.init(milliseconds:)) }
    mutating func id<S>() throws -> Identifier<S> { Identifier(try text()) }
    mutating func optionalID<S>() throws -> Identifier<S>? { try optionalText().map { Identifier($0) } }

    mutating func one<E: RawRepresentable>(of type: E.Type) throws -> E where E.RawValue == String {
        let raw = try text()
        guard let value = E(rawValue: raw) else { throw StoreFault.corrupt("\(type) has no \(raw)") }
        return value
    }

    mutating func optional<E: RawRepresentable>(_ type: E.Type) throws -> E? where E.RawValue == String {
        guard let raw = try optionalText() else { return nil }
        guard let value = E(rawValue: raw) else { throw StoreFault.corrupt("\(type) has no \(raw)") }
        return value
    }
}

extension SQLConnection {
    /// Rows whose key is one of `keys`: a query for every 100 of them, in three shapes of statement at most.
    /// - Parameters:
    ///   - sql: ends with `IN`.
    ///   - first: bound to what stands before it.
    func query<S, T>(
        _ sql: SQLText, _ first: [SQLValue] = [], anyOf keys: Set<Identifier<S>>, _ row: (any SQLRow) throws -> T
    ) throws -> [T] {
        let sorted = keys.sorted()
        return try stride(from: 0, to: sorted.count, by: 100).flatMap { start in
            let some = sorted[start..<min(start + 100, sorted.count)].map { SQLValue.id($0) }
            let count = [5, 25].first { some.count <= $0 } ?? 100
            // Padded with a key that is there already.
            let padded = some + repeatElement(some[0], count: count - some.count)
            return try query(SQLText(sql, .list(count)), first + padded, row)
        }
    }
}

extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral
{
    public init(stringLiteral text: String) { self = .text(text) }
    public init(integerLiteral number: Int64) { self = .integer(number) }
    public init(booleanLiteral truth: Bool) { self = .boolean(truth) }
    public init(nilLiteral: ()) { self = .null }

    static func id<S>(_ id: Identifier<S>) -> SQLValue { .text(id.rawValue) }
    static func id<S>(_ id: Identifier<S>?) -> SQLValue { id.map { .text($0.rawValue) } ?? .null }
    static func at(_ instant: Instant) -> SQLValue { .integer(instant.milliseconds) }
    static func at(_ instant: Instant?) -> SQLValue { instant.map { .integer($0.milliseconds) } ?? .null }
    static func int(_ number: Int) -> SQLValue { .integer(Int64(number)) }
    static func text(_ text: String?) -> SQLValue { text.map { .text($0) } ?? .null }
    static func raw<E: RawRepresentable>(_ value: E) -> SQLValue where E.RawValue == String { .text(value.rawValue) }
    static func raw<E: RawRepresentable>(_ value: E?) -> SQLValue where E.RawValue == String {
        value.map { .text($0.rawValue) } ?? .null
    }
}
