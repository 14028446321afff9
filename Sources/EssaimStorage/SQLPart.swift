/// A part of a statement, with what it binds.
struct SQLPart {
    let sql: SQLText
    let values: [SQLValue]

    init(_ sql: SQLText, _ values: [SQLValue]) {
        self.sql = sql
        self.values = values
    }

    /// The same value at each `?`.
    init(_ sql: SQLText, each value: SQLValue) {
        let places = sql.text.utf8.count { $0 == UInt8(ascii: "?") }
        self.init(sql, Array(repeating: value, count: places))
    }
}
